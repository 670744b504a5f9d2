#pragma once

#include "admin/views/admin_page.h"
#include "security/role_policy.h"
#include "support/fake_desk.h"
#include "ui/widgets/state_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace simiao::test {

/// Only administrators manage; physicians may break the glass.
inline std::shared_ptr<const security::RolePolicy> officePolicy()
{
    const auto policy = security::RolePolicy::parse(R"({
        "permissions": [
            {"code": "patient.read", "title": {"en": "See patients", "zh_CN": "查看患者"}},
            {"code": "account.manage", "title": {"en": "Manage accounts", "zh_CN": "管理账户"}},
            {"code": "setting.manage", "title": {"en": "Change settings", "zh_CN": "更改设置"}},
            {"code": "device.manage", "title": {"en": "Set up devices", "zh_CN": "设置设备"}},
            {"code": "audit.read", "title": {"en": "Read the audit trail", "zh_CN": "查看审计"}},
            {"code": "audit.verify", "title": {"en": "Verify the audit trail", "zh_CN": "校验审计"}},
            {"code": "database.maintain", "title": {"en": "Maintain the database", "zh_CN": "维护数据库"}}],
        "roles": [
            {"code": "physician", "title": {"en": "Physician", "zh_CN": "医师"},
             "permissions": ["patient.read"], "desks": ["consult"]},
            {"code": "administrator", "title": {"en": "Administrator", "zh_CN": "管理员"},
             "permissions": ["account.manage", "setting.manage", "device.manage", "audit.read", "audit.verify", "database.maintain"],
             "desks": ["admin"]}]})");
    if (!policy)
        qFatal("the policy of the test is wrong");
    return *policy;
}

/// The administrator's page over a small hospital: the physician of the world, and the administrator who sits here.
/// `D` is a FakeDesk, or one that offers more.
template <typename D = FakeDesk>
struct Office
{
    D desk;
    security::Account admin;
    std::unique_ptr<admin::AdminPage> page;

    Office()
    {
        auto &context = desk.world().context;
        context.policy = officePolicy();
        admin.id = context.template newId<security::Account>();
        admin.loginName = QStringLiteral("admin");
        admin.name = QStringLiteral("管理员");
        admin.roles = {QStringLiteral("administrator")};
        admin.department = desk.world().department.id;
        admin.passwordChangedAt = context.clock->now();
        auto work = context.begin(context.newCommand(), QStringLiteral("test.seed"));
        work.insert(admin);
        commit(std::move(work));
        context.session.account = admin.id;
        context.session.roles = {QStringLiteral("administrator")};
    }

    void commit(workflow::UnitOfWork work)
    {
        auto storing = desk.store()->commit(std::move(work));
        if (!QCoro::waitFor(storing))
            qFatal("the store of the test refuses");
    }

    /// Opens a section by its key: 1 accounts, 2 roles, 3 settings, 4 audit, 5 plugins, 6 database, 7 set-up.
    void open(int section)
    {
        if (!page)
            page = std::make_unique<admin::AdminPage>(&desk);
        page->resize(1366, 680);
        page->show();
        page->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        press(Qt::Key(Qt::Key_0 + section), Qt::AltModifier);
        watchModels();
    }

    /// Every model of ours is watched from now on.
    void watchModels()
    {
        using Tester = QAbstractItemModelTester;
        for (auto *model : page->template findChildren<QAbstractItemModel *>()) {
            const auto name = QString::fromLatin1(model->metaObject()->className());
            if (name.startsWith(QStringLiteral("simiao::admin")) && !model->template findChild<Tester *>())
                new Tester(model, Tester::FailureReportingMode::QtTest, model);
        }
    }

    template <typename T = QWidget>
    T *find(const char *name) const
    {
        return page->template findChild<T *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return find(name)->property("text").toString(); }
    QTableView *table(const char *name) const { return find<QTableView>(name); }
    QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    QAction *action(const char *id) const { return desk.commands.value(QString::fromLatin1(id)); }
    bool hasFocus(const char *name) const { return QApplication::focusWidget() == find(name); }
    bool shows(ui::ViewState::Kind kind, const QString &words = {}) const
    {
        const auto states = page->template findChildren<ui::StateView *>();
        return std::ranges::any_of(states, [&](const ui::StateView *view) {
            return view->isVisible() && view->state().kind == kind && view->state().next.contains(words);
        });
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : page.get(), key, modifiers);
    }
    void type(const char *text) const
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
    }
    /// As an input method hands Chinese over.
    void compose(const QString &text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }

    security::Account stored(Id<security::Account> id) const
    {
        auto loading = workflow::load<security::Account>(desk.store(), id);
        return *QCoro::waitFor(loading);
    }
};

} // namespace simiao::test
