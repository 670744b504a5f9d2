#include "outpatient/views/visit_view.h"
#include "support/fake_desk.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/panel_header.h"

#include <QAction>
#include <QTabWidget>
#include <QTest>

using namespace simiao;

namespace {

const auto kNote = QStringLiteral("consult.note");
const auto kSide = QStringLiteral("consult.side");

sdk::Panel panelOf(const QString &component, const QString &keys, QWidget *parent)
{
    sdk::Panel panel;
    panel.extension.component = component;
    panel.extension.title = {component, component};
    panel.extension.keys = keys;
    panel.widget = new QWidget(parent);
    panel.widget->setFocusPolicy(Qt::StrongFocus);
    panel.widget->setObjectName(component);
    return panel;
}

/// A note and three side panels, of which two have a key.
std::vector<sdk::Panel> panelsAt(const QString &point, QWidget *parent)
{
    if (point == kNote)
        return {panelOf(QStringLiteral("note"), QStringLiteral("Alt+1"), parent)};
    if (point != kSide)
        return {};
    return {panelOf(QStringLiteral("timeline"), {}, parent),
            panelOf(QStringLiteral("images"), QStringLiteral("Alt+4"), parent),
            panelOf(QStringLiteral("safety"), QStringLiteral("Alt+5"), parent)};
}

QString shown(const QWidget *hint)
{
    return hint->isVisible() ? hint->accessibleName() : QString();
}

} // namespace

class TestKeyHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::FakeDesk>();
        workflow::SettingRule wide;
        wide.key = QStringLiteral("consult.side-wide");
        wide.type = workflow::SettingRule::Type::Truth;
        wide.standard = QStringLiteral("false");
        wide.levels = {administration::SettingLevel::User};
        m_desk->referenceData.settings = {wide};
        m_desk->panels = [](const QString &point, sdk::Visit *, QWidget *parent) {
            return panelsAt(point, parent);
        };
        m_nextDefect = std::make_unique<QAction>();
        m_nextDefect->setShortcut(QKeySequence(QStringLiteral("Alt+S")));
        m_view = std::make_unique<outpatient::VisitView>(
            std::make_unique<sdk::Visit>(m_desk.get(), workflow::VisitRecord{}), m_nextDefect.get());
        m_view->resize(1100, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void aHeaderNamesTheKeyThatGoesToItsPanel()
    {
        const auto *hint = m_view->findChild<ui::PanelHeader *>()->findChild<ui::KeyHint *>();
        QCOMPARE(shown(hint), QStringLiteral("Key Alt+1"));

        action("note")->setShortcut(QKeySequence(QStringLiteral("Alt+B"))); // another key map

        QCOMPARE(shown(hint), QStringLiteral("Key Alt+B"));
        QTest::keyClick(m_view.get(), Qt::Key_B, Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), m_view->findChild<QWidget *>(QStringLiteral("note")));
    }

    void theSidePanelTakesAllAndGivesItBack()
    {
        auto *note = m_view->findChild<QWidget *>(QStringLiteral("note"));
        note->setFocus();
        const int width = tabs()->width();

        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::AltModifier);
        QVERIFY(!note->isVisible());
        QTRY_VERIFY(tabs()->width() > width + 200);
        QVERIFY(tabs()->isAncestorOf(QApplication::focusWidget()) || tabs() == QApplication::focusWidget());
        QTRY_COMPARE(m_desk->store()->audit().back().act, QStringLiteral("setting.change"));

        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::AltModifier);
        QVERIFY(note->isVisible());
        QTRY_COMPARE(tabs()->width(), width);
    }

    void whoGoesToTheNoteSeesIt()
    {
        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::AltModifier);
        auto *note = m_view->findChild<QWidget *>(QStringLiteral("note"));
        QVERIFY(!note->isVisible());

        QTest::keyClick(m_view.get(), Qt::Key_1, Qt::AltModifier);

        QVERIFY(note->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), note);
    }

    void whatHasAKeyIsShownFirst() { QCOMPARE(tabs()->currentIndex(), 1); }

    void theTabsNameTheKeyOfThePanelThatIsShown()
    {
        QCOMPARE(shown(cornerHint()), QStringLiteral("Key Alt+4"));

        tabs()->setCurrentIndex(2);
        QCOMPARE(shown(cornerHint()), QStringLiteral("Key Alt+5"));

        action("safety")->setShortcut(QKeySequence(QStringLiteral("Alt+Q")));
        QCOMPARE(shown(cornerHint()), QStringLiteral("Key Alt+Q"));

        tabs()->setCurrentIndex(0);
        QVERIFY(shown(cornerHint()).isEmpty());
    }

    void whatIsMissingNamesTheKeyThatGoesThere()
    {
        QStringList keys;
        for (const auto *hint : m_view->findChildren<ui::KeyHint *>())
            keys.append(shown(hint));
        QVERIFY(keys.contains(QStringLiteral("Key Alt+S")));

        m_nextDefect->setShortcut(QKeySequence(Qt::Key_F7));

        keys.clear();
        for (const auto *hint : m_view->findChildren<ui::KeyHint *>())
            keys.append(shown(hint));
        QVERIFY(keys.contains(QStringLiteral("Key F7")));
        QVERIFY(!keys.contains(QStringLiteral("Key Alt+S")));
    }

    void panelsAreFoundByTheirTitleInThePalette()
    {
        QVERIFY(m_desk->commands.contains(QStringLiteral("panel.images")));
        QCOMPARE(action("images")->text(), QStringLiteral("Go to images"));
    }

private:
    QAction *action(const char *component) const
    {
        return m_desk->commands.value(QStringLiteral("panel.") + QLatin1String(component));
    }
    QTabWidget *tabs() const { return m_view->findChild<QTabWidget *>(kSide); }
    const ui::KeyHint *cornerHint() const { return tabs()->cornerWidget()->findChild<ui::KeyHint *>(); }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<QAction> m_nextDefect;
    std::unique_ptr<outpatient::VisitView> m_view;
};

QTEST_MAIN(TestKeyHints)
#include "test_key_hints.moc"
