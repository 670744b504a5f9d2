#include "support/memory_store.h"
#include "support/patience.h"
#include "support/world.h"
#include "waitingroom/models/waiting_room.h"
#include "waitingroom/views/waiting_room_window.h"
#include "workflow/consultation/call_patient.h"
#include "workflow/frontdesk/check_in.h"

#include <QAbstractItemModelTester>
#include <QQuickItem>
#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;
using waitingroom::WaitingRoomWindow;

namespace {

/// Beside other tests the machine takes its own time.
const int kWithinASecond = test::isMachineOurs() ? 1'000 : 5'000;

/// A store whose queries fail when told to; single rows are still read.
class FailingStore : public test::MemoryStore
{
public:
    Task<Result<void>> ask(std::vector<workflow::Question> questions) override
    {
        if (failure && std::ranges::any_of(questions, [](const auto &one) { return !one.query.isEmpty(); }))
            return refuse(*failure);
        return MemoryStore::ask(std::move(questions));
    }

    std::optional<Error> failure;

private:
    static Task<Result<void>> refuse(Error error) { co_return Result<void>(error); }
};

QQuickItem *itemNamed(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name)
        return item;
    for (auto *child : item->childItems()) {
        if (auto *found = itemNamed(child, name))
            return found;
    }
    return nullptr;
}

/// The wall of a small hospital, shown.
class Wall
{
public:
    Wall()
    {
        auto context = world.context;
        context.session = {};
        const sdk::DisplayContext display{context, &reference, QLocale(QLocale::English)};
        auto made = waitingroom::makeWaitingRoomWindow(display);
        if (!made) {
            problem = made.error().detail;
            return;
        }
        window.reset(static_cast<WaitingRoomWindow *>(made->release()));
        new QAbstractItemModelTester(window->room()->boards(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, window.get());
        window->resize(1366, 768);
        window->show();
    }

    QString text(const QString &name) const
    {
        const auto *item = itemNamed(window->rootObject(), name);
        return item && item->isVisible() ? item->property("text").toString() : QString();
    }

    scheduling::QueueTask checkIn()
    {
        const auto &context = world.context;
        const auto slip = QCoro::waitFor(workflow::checkIn(
            context, context.newCommand(), {world.patient.id, world.department.id, world.slot.id}));
        if (!slip)
            qFatal("%s", qPrintable(logLine(slip.error())));
        return slip->task;
    }
    void call(const scheduling::QueueTask &task)
    {
        const auto &context = world.context;
        const auto called = QCoro::waitFor(workflow::callPatient(context, context.newCommand(), task.id));
        if (!called)
            qFatal("%s", qPrintable(logLine(called.error())));
    }

    std::shared_ptr<FailingStore> store = std::make_shared<FailingStore>();
    test::World world = test::aWorld(store);
    workflow::ReferenceData reference;
    std::unique_ptr<WaitingRoomWindow> window;
    QString problem; ///< why there is no window
};

} // namespace

/// Needs the QML modules of Qt Quick at run time.
class TestWaitingRoomWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Wall wall;
        if (!wall.window)
            QSKIP(qPrintable(u"The QML modules are not installed (qml6-module-qtqml-workerscript): "_s
                             + wall.problem));
    }

    void aCallIsOnTheWallWithinASecond()
    {
        Wall wall;
        const auto task = wall.checkIn();
        wall.checkIn();
        QTRY_COMPARE(wall.text(u"waitingRoom.next.RESP"_s), u"Next: 01   02"_s);
        QCOMPARE(wall.text(u"waitingRoom.number.RESP"_s), QString());

        wall.call(task);

        QTRY_COMPARE_WITH_TIMEOUT(wall.text(u"waitingRoom.number.RESP"_s), u"01"_s, kWithinASecond);
        QCOMPARE(wall.text(u"waitingRoom.name.RESP"_s), u"张*"_s);
        QCOMPARE(wall.text(u"waitingRoom.called.RESP"_s), u"Please come in · 10:30"_s);
        QCOMPARE(wall.text(u"waitingRoom.next.RESP"_s), u"Next: 02"_s);
        QCOMPARE(wall.window->room()->state(), u"ready"_s);
    }

    void numbersAreReadableFromAfar()
    {
        Wall wall;
        wall.call(wall.checkIn());
        QTRY_VERIFY(itemNamed(wall.window->rootObject(), u"waitingRoom.number.RESP"_s));
        const auto *number = itemNamed(wall.window->rootObject(), u"waitingRoom.number.RESP"_s);
        QTRY_VERIFY(number->property("font").value<QFont>().pixelSize() >= 80);
    }

    void isPainted()
    {
        Wall wall;
        QVERIFY(QTest::qWaitForWindowExposed(wall.window.get()));
        wall.call(wall.checkIn());
        QTRY_COMPARE(wall.text(u"waitingRoom.number.RESP"_s), u"01"_s);

        const auto picture = wall.window->grabWindow();

        QCOMPARE(picture.size(), wall.window->size() * wall.window->devicePixelRatio());
        QVERIFY(picture.pixelColor(2, picture.height() / 2) != picture.pixelColor(picture.rect().center()));
    }

    void saysThatNobodyWaits()
    {
        const Wall wall;
        QTRY_COMPARE(wall.text(u"waitingRoom.nothing"_s), u"Nobody is waiting. Calls appear here."_s);
        QCOMPARE(wall.text(u"waitingRoom.time"_s), u"10:30"_s);
    }

    void whatCannotBeReadIsTriedAgain()
    {
        Wall wall;
        wall.store->failure = Error{ErrorKind::Unavailable, u"store.read"_s};
        wall.world.clock->advanceSeconds(60);
        QTRY_COMPARE(wall.window->room()->state(), u"stale"_s);
        QVERIFY(wall.text(u"waitingRoom.notice"_s).startsWith(u"Data from 10:30:00."_s));
        QVERIFY(!wall.text(u"waitingRoom.cause"_s).isEmpty());

        wall.store->failure.reset();
        wall.world.clock->advanceSeconds(5);

        QTRY_COMPARE(wall.window->room()->state(), u"empty"_s);
        QCOMPARE(wall.text(u"waitingRoom.notice"_s), QString());
    }

    void oldDataIsShownWithItsTime()
    {
        Wall wall;
        const auto task = wall.checkIn();
        QTRY_COMPARE(wall.text(u"waitingRoom.next.RESP"_s), u"Next: 01"_s);
        wall.store->failure = Error{ErrorKind::Unavailable, u"store.read"_s};

        wall.call(task);

        QTRY_COMPARE(wall.window->room()->state(), u"stale"_s);
        QCOMPARE(wall.text(u"waitingRoom.next.RESP"_s), u"Next: 01"_s);
    }

    void withoutAnyDataItIsAnError()
    {
        Wall wall;
        wall.store->failure = Error{ErrorKind::Unavailable, u"store.read"_s};
        auto context = wall.world.context;
        const waitingroom::WaitingRoom room({context, &wall.reference, QLocale(QLocale::English)});
        QTRY_COMPARE(room.state(), u"error"_s);
        QVERIFY(!room.notice().isEmpty() && !room.cause().isEmpty());
    }

    void isStaleWhenNobodyAnswers()
    {
        Wall wall;
        QTRY_COMPARE(wall.window->room()->state(), u"empty"_s);
        wall.world.clock->advanceSeconds(90);
        QCOMPARE(wall.window->room()->state(), u"stale"_s);
        QTRY_COMPARE(wall.window->room()->state(), u"empty"_s); // read again
    }

    void callsOfOtherDaysGoAtMidnight()
    {
        Wall wall;
        wall.checkIn();
        QTRY_COMPARE(wall.window->room()->state(), u"ready"_s);
        wall.world.clock->advanceSeconds(86'400);
        QTRY_COMPARE(wall.window->room()->state(), u"empty"_s);
    }

    void followsTheLanguage()
    {
        Wall wall;
        wall.checkIn();
        QTRY_COMPARE(wall.window->room()->boards()->rowCount(), 1);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QEvent change(QEvent::LanguageChange);

        QCoreApplication::sendEvent(QCoreApplication::instance(), &change);

        QTRY_COMPARE(wall.window->room()->boards()->index(0, 0).data().toString(), u"呼吸内科"_s);
        QVERIFY(wall.window->room()->date().contains(u"年"_s));
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(TestWaitingRoomWindow)
#include "test_waiting_room_window.moc"
