#pragma once

#include "support/fake_desk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace simiao::test {

/// A desk's page in a window of its own, with every model watched, worked with as a person does.
template <typename Page>
struct ShownPage
{
    FakeDesk desk;
    std::unique_ptr<Page> page;

    void open()
    {
        page = std::make_unique<Page>(&desk);
        for (auto *model : page->template findChildren<QAbstractItemModel *>())
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         page.get());
        page->resize(1366, 680);
        page->show();
        page->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }

    template <typename T = QWidget>
    T *find(const char *name) const
    {
        return page->template findChild<T *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return find(name)->property("text").toString(); }
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
};

} // namespace simiao::test
