#include "shell/command_registry.h"
#include "shell/interface_language.h"
#include "shell/reference_watch.h"
#include "shell/session_desk.h"
#include "support/memory_store.h"
#include "support/package_builders.h"
#include "support/patience.h"
#include "support/world.h"

#include <QSignalSpy>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using bootstrap::LiveReference;
using shell::SessionDesk;

namespace {

/// A workstation with somebody logged in.
struct Seat
{
    Seat()
    {
        workstation.context = world.context;
        workstation.reference = &reference;
        live = std::make_shared<LiveReference>(store, world.clock, &reference);
        desk = std::make_unique<SessionDesk>(workstation, workflow::Session(), nullptr, &commands, &language);
    }

    void activate(const workflow::PackageFile &file)
    {
        const auto installed = QCoro::waitFor(workflow::installPackage(
            world.context, world.context.newCommand(), reference.packages, file, u"review"_s, false));
        QVERIFY(installed);
        QVERIFY(QCoro::waitFor(
            workflow::activatePackage(world.context, world.context.newCommand(), reference.packages,
                                      {u"allergy-rules"_s, installed->library.release, {}})));
    }
    /// From now on the reader knows less than the one that stored the versions.
    void forgetHowToRead()
    {
        reference = shippedReference();
        reference.packages.front().apply = [](const Json &, const QString &place, workflow::ReferenceData &) {
            return Result<void>(Error{ErrorKind::Invalid, u"resources.shape"_s, place + u": level"_s});
        };
        live = std::make_shared<LiveReference>(store, world.clock, &reference);
    }

    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    World world = aWorld(store);
    workflow::ReferenceData reference = shippedReference();
    std::shared_ptr<LiveReference> live;
    shell::Workstation workstation;
    shell::CommandRegistry commands;
    shell::InterfaceLanguage language{QString()};
    std::unique_ptr<SessionDesk> desk;
};

} // namespace

class TestReferenceWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThePanelsThatOtherRulesHold()
    {
        Seat seat;
        new shell::ReferenceWatch(seat.live, seat.desk.get());
        const QSignalSpy changed(seat.desk.get(), &sdk::Desk::referenceChanged);
        const QSignalSpy failed(seat.desk.get(), &SessionDesk::failed);

        seat.activate(aPackageFile(u"2026-12"_s, u"block"_s));

        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(seat.desk->reference().allergies.version, u"2026-12"_s);
        QCoreApplication::processEvents();
        QVERIFY(failed.isEmpty());
    }

    void saysThatAVersionCannotBeUsed()
    {
        Seat seat;
        seat.activate(aPackageFile(u"2026-12"_s, u"block"_s));
        seat.forgetHowToRead();
        seat.live->take(QCoro::waitFor(seat.live->read()));
        const QSignalSpy failed(seat.desk.get(), &SessionDesk::failed);
        const QSignalSpy posted(seat.desk.get(), &SessionDesk::posted);

        new shell::ReferenceWatch(seat.live, seat.desk.get());

        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, u"package.unreadable"_s);
        QVERIFY(!posted.isEmpty());
        const auto notice = posted.last().at(0).value<sdk::Notification>();
        QVERIFY(notice.text.contains(u"allergy-rules 2026-12"_s));
        QCOMPARE(notice.severity, ui::Severity::Warn);
    }

    // The line is not said again for what was said already; the list keeps it until it is mended.
    void saysItOnceAndTakesItBackWhenItIsMended()
    {
        Seat seat;
        seat.activate(aPackageFile(u"2026-12"_s, u"block"_s));
        seat.forgetHowToRead();
        seat.live->take(QCoro::waitFor(seat.live->read()));
        const QSignalSpy failed(seat.desk.get(), &SessionDesk::failed);
        const QSignalSpy withdrawn(seat.desk.get(), &SessionDesk::withdrawn);
        new shell::ReferenceWatch(seat.live, seat.desk.get());
        QTRY_COMPARE(failed.size(), 1);

        seat.live->take(QCoro::waitFor(seat.live->read()));
        QCOMPARE(failed.size(), 1);
        QVERIFY(withdrawn.isEmpty());
        seat.live->take({shippedReference(), {}});

        QCOMPARE(failed.size(), 1);
        QCOMPARE(withdrawn.size(), 1);
    }
};

} // namespace simiao::test

QTEST_MAIN(simiao::test::TestReferenceWatch)
#include "test_reference_watch.moc"
