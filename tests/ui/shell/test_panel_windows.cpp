#include "sdk/visit.h"
#include "shell/command_registry.h"
#include "shell/panel_place.h"
#include "shell/panel_windows.h"
#include "shell/shell_memory.h"
#include "support/fake_desk.h"
#include "ui/shell/several_screens.h"
#include "ui/widgets/panel_header.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace simiao;
using namespace simiao::shell;
using namespace Qt::StringLiterals;

namespace {

sdk::Extension extensionOf(const QString &component, const QString &screen, bool isPatientSafe)
{
    sdk::Extension extension;
    extension.point = u"consult.side"_s;
    extension.component = component;
    extension.title = {component, component};
    extension.screen = screen;
    extension.isPatientSafe = isPatientSafe;
    return extension;
}

const sdk::Extension kImages = extensionOf(u"images"_s, u"images"_s, true);
const sdk::Extension kSafety = extensionOf(u"safety"_s, u"consult"_s, false);

ui::PatientSummary summaryOf(const QString &name)
{
    ui::PatientSummary summary;
    summary.name = name;
    summary.mrn = name + u"-mrn"_s;
    return summary;
}

/// A page with a note and side panels, on the first of three screens.
struct Room
{
    explicit Room(const QString &file = {}, const QString &user = u"li"_s)
        : memory(systemDisk(), file)
    {
        auto *column = new QVBoxLayout(&window);
        note = new QLineEdit;
        column->addWidget(note);
        panels = new PanelWindows(memory, user, sdk::ProfileKind::Real, &window);
        panels->offer(&commands, &window);
        window.resize(800, 600);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }

    /// A panel that is one field, on the page of this visit.
    QLineEdit *add(const sdk::Extension &extension, const sdk::Visit *visit)
    {
        auto *field = new QLineEdit(extension.component);
        auto *place = panels->placeFor(extension, visit, field, &window);
        window.layout()->addWidget(place);
        place->show();
        places.append(static_cast<PanelPlace *>(place));
        return field;
    }

    test::FakeDesk desk;
    std::unique_ptr<sdk::Visit> first = std::make_unique<sdk::Visit>(&desk, workflow::VisitRecord{});
    std::unique_ptr<sdk::Visit> second = std::make_unique<sdk::Visit>(&desk, workflow::VisitRecord{});
    ShellMemory memory;
    CommandRegistry commands;
    QList<PanelPlace *> places;
    QWidget window;
    QLineEdit *note = nullptr;
    PanelWindows *panels = nullptr;
};

} // namespace

/// A desk with two more screens.
class TestPanelWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(QGuiApplication::screens().size(), 3); }

    void movesThePanelInHandAndKeepsItsCaret()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        images->setText(u"CT chest"_s);
        images->setFocus();
        images->setCursorPosition(2);
        QTRY_COMPARE(QApplication::focusWidget(), images);

        QVERIFY(room.panels->moveOut());

        const auto *window = room.panels->window(ScreenRole::Images);
        QVERIFY(window && window->isVisible());
        QCOMPARE(images->window(), window);
        QVERIFY(window->screen() != QGuiApplication::primaryScreen());
        QTRY_COMPARE(QApplication::focusWidget(), images);
        QCOMPARE(images->text(), u"CT chest"_s);
        QCOMPARE(images->cursorPosition(), 2);
    }

    void doesNotTakeTheFocusFromWhatIsBeingTyped()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        room.note->setText(u"cough"_s);
        room.note->setFocus();
        room.note->setCursorPosition(3);

        QVERIFY(room.panels->moveOut());

        QVERIFY(images->window() != &room.window);
        QTRY_COMPARE(QApplication::focusWidget(), room.note);
        QCOMPARE(room.note->cursorPosition(), 3);
        QVERIFY(!room.note->hasSelectedText());
    }

    void bringsItBackWhereItWas()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());
        QVERIFY(room.places.front()->isAway());

        QVERIFY(room.panels->bringBack());

        QCOMPARE(images->window(), &room.window);
        QVERIFY(images->isVisible());
        QVERIFY(!room.places.front()->isAway());
        QVERIFY(!room.panels->window(ScreenRole::Images)->isVisible());
        QCOMPARE(room.panels->bringBack().error().code, u"panel.at-home"_s);
    }

    void keysWorkInTheWindowOfAPanel()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        images->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), images);
        QTest::keyClick(images, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::activeWindow(), room.panels->window(ScreenRole::Images));

        QTest::keyClick(images, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(images->window(), &room.window);
    }

    void thePatientAndHerPanelsChangeInOneStep()
    {
        Room room;
        auto *ofFirst = room.add(kImages, room.first.get());
        auto *ofSecond = room.add(kImages, room.second.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());
        const auto *banner = room.panels->window(ScreenRole::Images)->findChild<ui::PatientBanner *>();
        QVERIFY(ofFirst->isVisible() && !ofSecond->isVisible());

        room.panels->showVisit(room.second.get(), summaryOf(u"Wang"_s));

        QCOMPARE(banner->patient().name, u"Wang"_s);
        QVERIFY(ofSecond->isVisible() && !ofFirst->isVisible());

        room.panels->showVisit(nullptr, summaryOf(u"Wang"_s));
        QVERIFY(banner->patient().name.isEmpty());
        QVERIFY(!ofFirst->isVisible() && !ofSecond->isVisible());
    }

    void goesFromTheScreenWhenTheWorkplaceIsCovered()
    {
        Room room;
        room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());
        const auto *window = room.panels->window(ScreenRole::Images);

        room.window.hide();
        QVERIFY(!window->isVisible());

        room.window.show();
        QVERIFY(window->isVisible());
    }

    void isBackWhenItsScreenIsGone()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        images->setText(u"half a word"_s);
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());
        QSignalSpy lost(room.panels, &PanelWindows::screenLost);

        Q_EMIT qApp->screenRemoved(room.panels->window(ScreenRole::Images)->screen());

        QCOMPARE(lost.count(), 1);
        QCOMPARE(lost.front().front().toStringList(), QStringList{u"images"_s});
        QCOMPARE(images->window(), &room.window);
        QCOMPARE(images->text(), u"half a word"_s);
    }

    void anotherScreenThatGoesChangesNothing()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());
        const auto *window = room.panels->window(ScreenRole::Images);
        auto screens = QGuiApplication::screens();
        screens.removeAll(window->screen());
        screens.removeAll(QGuiApplication::primaryScreen());

        Q_EMIT qApp->screenRemoved(screens.front());

        QCOMPARE(images->window(), window);
    }

    void isRememberedForThePersonAndTheScreens()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"layout.json"_s);
        {
            Room room(file);
            room.add(kImages, room.first.get());
            room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
            QVERIFY(room.panels->moveOut());
        }

        Room again(file);
        again.add(kImages, again.first.get());
        QVERIFY(again.places.front()->isAway());

        Room colleague(file, u"zhao"_s);
        colleague.add(kImages, colleague.first.get());
        QVERIFY(!colleague.places.front()->isAway());
    }

    void twoRolesStandOnTwoScreens()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        auto *safety = room.add(kSafety, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        images->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), images);
        QVERIFY(room.panels->moveOut());
        room.window.activateWindow();
        safety->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), safety);
        QVERIFY(room.panels->moveOut());

        const auto *pictures = room.panels->window(ScreenRole::Images);
        const auto *consult = room.panels->window(ScreenRole::Consult);
        QCOMPARE(images->window(), pictures);
        QCOMPARE(safety->window(), consult);
        QVERIFY(pictures->screen() != consult->screen());
    }

    void thePatientsScreenTakesOnlyWhatIsMadeForIt()
    {
        Room room;
        room.add(kSafety, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));

        QCOMPARE(room.panels->moveOut(ScreenRole::Patient).error().code, u"panel.not-for-patients"_s);
        QVERIFY(!room.places.front()->isAway());
    }

    void whatIsNoLongerForThePatientLeavesHerScreen()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut(ScreenRole::Patient));
        const auto *window = room.panels->window(ScreenRole::Patient);
        QCOMPARE(window->findChild<ui::PanelHeader *>(u"shell.panels.patient.name"_s)->accessibleName(),
                 u"Zhang"_s);
        QVERIFY(!window->findChild<ui::PatientBanner *>()->isVisible());
        QSignalSpy withheld(room.panels, &PanelWindows::withheld);

        images->setProperty("isPatientSafe", false);

        QCOMPARE(images->window(), &room.window);
        QCOMPARE(withheld.count(), 1);
    }

    void thePatientWhoSitsThereNeverSeesTheNextOne()
    {
        Room room;
        auto *ofFirst = room.add(kImages, room.first.get());
        auto *ofSecond = room.add(kImages, room.second.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut(ScreenRole::Patient));
        const auto *window = room.panels->window(ScreenRole::Patient);
        QCOMPARE(ofFirst->window(), window);
        QCOMPARE(ofSecond->window(), &room.window);

        room.panels->showVisit(room.second.get(), summaryOf(u"Wang"_s));

        QVERIFY(!window->isVisible());
        QCOMPARE(ofFirst->window(), &room.window);
        QCOMPARE(ofSecond->window(), &room.window);
    }

    void whatWasShownGoesBackToWhereItStood()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        images->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), images);
        QVERIFY(room.panels->moveOut());
        QTRY_COMPARE(QApplication::focusWidget(), images);
        QVERIFY(room.panels->moveOut(ScreenRole::Patient));
        QCOMPARE(images->window(), room.panels->window(ScreenRole::Patient));
        QTRY_COMPARE(QApplication::focusWidget(), images);

        QVERIFY(room.panels->bringBack());

        QCOMPARE(images->window(), room.panels->window(ScreenRole::Images));
        QTRY_COMPARE(QApplication::focusWidget(), images);
    }

    void goesWithItsVisit()
    {
        Room room;
        const QPointer<QLineEdit> images(room.add(kImages, room.first.get()));
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());

        delete room.places.takeFirst();

        QVERIFY(!images);
        QVERIFY(!room.panels->window(ScreenRole::Images)->isVisible());
        QCOMPARE(room.panels->moveOut().error().code, u"panel.none"_s);
    }

    void closingTheWindowBringsItsPanelsBack()
    {
        Room room;
        auto *images = room.add(kImages, room.first.get());
        room.panels->showVisit(room.first.get(), summaryOf(u"Zhang"_s));
        QVERIFY(room.panels->moveOut());

        room.panels->window(ScreenRole::Images)->close();

        QCOMPARE(images->window(), &room.window);
        QVERIFY(images->isVisible());
    }

    void commandsAreOfferedWhileThereIsAPanelToMove()
    {
        Room room;
        QCOMPARE(room.commands.commands().size(), 3);
        const auto *action = room.commands.commands().front().action.data();
        QVERIFY(!action->isVisible());

        room.add(kImages, room.first.get());
        QVERIFY(action->isVisible());
    }
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    qputenv("QT_QPA_PLATFORM",
            test::offscreenWith(folder.filePath(u"screens.json"_s), {u"desk"_s, u"left"_s, u"right"_s},
                                {1366, 768}));
    QApplication application(argc, argv);
    TestPanelWindows test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_panel_windows.moc"
