#include "core/json.h"
#include "host/plugin_host.h"
#include "support/fake_desk.h"
#include "support/hostile_texts.h"
#include "workflow/consultation/call_patient.h"
#include "workflow/frontdesk/check_in.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

const auto kMarkup = u"<img src=file:///etc/passwd>A&B <b>%1</b>"_s;

QStringList allRoles()
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/rules/roles.json"_s);
    const auto json = file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll()) : Result<Json>();
    QStringList roles;
    for (const auto &role : (*json)[u"roles"_s].array())
        roles.append(role[u"code"_s].toString());
    return roles;
}

/// All texts of a view's cells.
QString cellsOf(const QAbstractItemView &view)
{
    QString cells;
    const auto *model = view.model();
    for (int row = 0; model && row < model->rowCount(view.rootIndex()); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column)
            cells += model->index(row, column, view.rootIndex()).data().toString() + u'\n';
    }
    return cells;
}

} // namespace

/// The real pages of all plugins over a hospital whose every name is markup: it is shown letter by letter or not at all.
class TestHostilePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_host = std::make_unique<host::PluginHost>(
            QStringList{qEnvironmentVariable("SIMIAO_BUILD") + u"/lib/simiao/plugins"_s},
            host::PluginGuard(systemDisk(), m_folder.filePath(u"guard"_s)));
        m_host->startFeatures();
        m_roles = allRoles();
        QVERIFY(m_roles.size() > 3);
    }

    void cleanupTestCase() { m_host->shutdown(); }

    void noPageTakesItForMarkup_data()
    {
        QTest::addColumn<QString>("component");
        for (const auto &[extension, plugin] : m_host->extensionsAt(u"desk.page"_s, m_roles))
            QTest::newRow(qPrintable(extension.component)) << extension.component;
    }

    void noPageTakesItForMarkup()
    {
        QFETCH(QString, component);
        FakeDesk desk;
        giveNames(desk);
        desk.panels = [this](const QString &point, sdk::Visit *visit, QWidget *parent) {
            std::vector<sdk::Panel> panels;
            for (const auto &[extension, plugin] : m_host->extensionsAt(point, m_roles)) {
                if (auto *widget = m_host->makeVisitPanel(extension.component, visit, parent))
                    panels.push_back({extension, widget});
            }
            return panels;
        };
        QWidget window;
        auto *page = m_host->makeDeskPage(component, &desk, &window);
        QVERIFY(page);
        page->resize(1366, 700);
        window.resize(1366, 700);
        window.show();

        settle();
        chooseEverything(&window);
        settle();

        checkWidgets(&window);
        m_shown += shownBy(&window);
        if (desk.patient)
            m_shown += u'\n' + desk.patient->patient.name;
    }

    /// The pages above have shown the names as they are; else the test would have looked at empty screens.
    void theNamesWereOnTheScreens() { QVERIFY2(m_shown.contains(kMarkup), qPrintable(m_shown.left(2000))); }

private:
    static void giveNames(FakeDesk &desk)
    {
        auto &world = desk.world();
        world.patient.version = 1;
        world.physician.version = 1;
        world.department.version = 1;
        world.amoxicillin.version = 1;
        world.patient.name = kMarkup;
        world.patient.address = kMarkup;
        world.physician.name = kMarkup;
        world.physician.title = kMarkup;
        world.department.name = kMarkup;
        world.department.nameEn = kMarkup;
        world.amoxicillin.name = kMarkup;
        world.amoxicillin.nameEn = kMarkup;
        auto work = world.context.begin(world.context.newCommand(), u"test.act"_s);
        work.update(world.patient).update(world.physician).update(world.department).update(world.amoxicillin);
        must(QCoro::waitFor(desk.store()->commit(std::move(work))));
        must(QCoro::waitFor(workflow::checkIn(world.context, world.context.newCommand(),
                                              {world.patient.id, world.department.id, world.slot.id})));
    }

    template <typename T>
    static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(logLine(result.error())));
    }

    static void settle()
    {
        for (int turn = 0; turn < 50; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    /// The first line of every list, as somebody who looks around; and a name where one is looked for.
    static void chooseEverything(QWidget *window)
    {
        for (auto *view : window->findChildren<QAbstractItemView *>()) {
            if (!view->isVisible() || !view->model() || view->model()->rowCount(view->rootIndex()) == 0)
                continue;
            view->setCurrentIndex(view->model()->index(0, 0, view->rootIndex()));
            QTest::keyClick(view, Qt::Key_Return);
        }
    }

    static void checkWidgets(QWidget *window)
    {
        for (const auto *label : window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText,
                     qPrintable(label->objectName() + u' ' + label->text()));
        for (const auto *edit : window->findChildren<QTextEdit *>())
            QVERIFY2(!edit->acceptRichText(), qPrintable(edit->objectName()));
        for (const auto *widget : window->findChildren<QWidget *>()) {
            const auto tip = widget->toolTip();
            const bool isOurs = !tip.contains(u"<img"_s);
            QVERIFY2(isOurs, qPrintable(widget->objectName() + u' ' + tip));
        }
        for (const auto *view : window->findChildren<QAbstractItemView *>())
            checkToolTips(*view);
    }

    static void checkToolTips(const QAbstractItemView &view)
    {
        const auto *model = view.model();
        for (int row = 0; model && row < model->rowCount(view.rootIndex()); ++row) {
            for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
                const auto tip = model->index(row, column, view.rootIndex()).data(Qt::ToolTipRole).toString();
                QVERIFY2(!tip.contains(u"<img"_s), qPrintable(view.objectName() + u' ' + tip));
            }
        }
    }

    static QString shownBy(QWidget *window)
    {
        QString shown;
        for (const auto *view : window->findChildren<QAbstractItemView *>())
            shown += cellsOf(*view);
        for (const auto *label : window->findChildren<QLabel *>())
            shown += label->text() + u'\n';
        return shown;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<host::PluginHost> m_host;
    QStringList m_roles;
    QString m_shown;
};

} // namespace simiao::test

QTEST_MAIN(simiao::test::TestHostilePages)
#include "test_hostile_pages.moc"
