#include "bootstrap/live_reference.h"
#include "bootstrap/reference_loader.h"
#include "support/memory_store.h"
#include "support/package_builders.h"
#include "support/patience.h"
#include "support/world.h"

#include <QSignalSpy>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using bootstrap::LiveReference;

namespace {

template <typename T>
T await(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// A program that runs over a store: reference data with what keeps it up to date.
struct RunningProgram
{
    explicit RunningProgram(workflow::ReferenceData shipped)
        : reference(std::move(shipped))
        , live(std::make_unique<LiveReference>(store, world.clock, &reference))
    {
    }

    void activate(const workflow::PackageFile &file)
    {
        const auto installed = await(workflow::installPackage(world.context, world.context.newCommand(),
                                                              reference.packages, file, u"review"_s, false));
        QVERIFY2(installed, installed ? "" : qPrintable(logLine(installed.error())));
        const auto &library = installed->library;
        QVERIFY(await(workflow::activatePackage(world.context, world.context.newCommand(), reference.packages,
                                                {library.name, library.release, {}})));
    }

    /// How grave the rules of now find amoxicillin for somebody with this reaction to penicillins.
    std::optional<Severity> finding(const QString &reaction) const
    {
        auto drug = world.amoxicillin;
        drug.allergyClasses = {u"penicillins"_s};
        clinical::AllergyIntolerance allergy;
        allergy.substanceClass = u"penicillins"_s;
        allergy.reaction = reaction;
        const auto issues = medications::checkAllergies(drug, administration::AllergyStatus::Recorded,
                                                        {allergy}, reference.allergies);
        return issues.empty() ? std::nullopt : std::optional(issues.front().severity);
    }

    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    World world = aWorld(store);
    workflow::ReferenceData reference;
    std::unique_ptr<LiveReference> live;
};

workflow::ReferenceData shippedWithTheProgram()
{
    auto loaded = bootstrap::loadReferenceData(qEnvironmentVariable("SIMIAO_RESOURCES"));
    if (!loaded)
        qFatal("%s", qPrintable(logLine(loaded.error())));
    return *std::move(loaded);
}

} // namespace

class TestLiveReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShippedIsReadByTheSameReaders()
    {
        const auto shipped = shippedWithTheProgram();

        QVERIFY(workflow::kindOf(shipped.packages, u"allergy-rules"_s));
        QVERIFY(workflow::kindOf(shipped.packages, u"dosage-terms"_s));
        QVERIFY(workflow::kindOf(shipped.packages, u"note-templates"_s));
        for (const auto &kind : shipped.packages) {
            const auto read = workflow::checkPackage(kind, kind.shipped, kind.fileName);
            QVERIFY2(read, read ? "" : qPrintable(logLine(read.error())));
            const auto header = workflow::readPackageHeader(*Json::parse(kind.shipped), kind.fileName);
            QVERIFY2(header, qPrintable(kind.fileName));
            QCOMPARE(header->name, kind.name); // so that a copy of the file says what it is
        }
    }

    // The safety of orders goes by the new rule at the next check; nothing was started anew.
    void anActivatedRuleChangesTheSafetyOfOrders()
    {
        RunningProgram program(shippedWithTheProgram());
        QCOMPARE(program.finding(u"rash"_s), std::optional(Severity::Confirm));
        auto text = workflow::kindOf(program.reference.packages, u"allergy-rules"_s)->shipped;
        text.replace("\"2026-11\"", "\"2026-12\"");
        text.replace("\"confirm\"", "\"notice\"");
        const QSignalSpy changed(program.live.get(), &LiveReference::changed);

        program.activate({{}, text, u"allergy_classes.json"_s, false});

        QTRY_COMPARE(program.reference.allergies.version, u"2026-12"_s);
        QCOMPARE(program.finding(u"rash"_s), std::optional(Severity::Notice));
        QVERIFY(!changed.isEmpty());
        QVERIFY(program.live->problems().empty());
    }

    void rollingBackHoldsAtOnceToo()
    {
        RunningProgram program(shippedReference());
        program.activate(aPackageFile(u"2026-12"_s, u"block"_s));
        QTRY_COMPARE(program.finding(u"rash"_s), std::optional(Severity::Block));

        QVERIFY(await(workflow::rollBackPackage(program.world.context, program.world.context.newCommand(),
                                                program.reference.packages,
                                                {u"allergy-rules"_s, {}, u"too many warnings"_s})));

        QTRY_COMPARE(program.finding(u"rash"_s), std::optional(Severity::Confirm));
    }

    void othersCommitsChangeNothing()
    {
        RunningProgram program(shippedReference());
        const QSignalSpy changed(program.live.get(), &LiveReference::changed);
        auto department = program.world.department;
        department.version = 1;
        department.room = u"3"_s;
        auto work = program.world.context.begin(program.world.context.newCommand(), u"test.act"_s);
        work.update(department);

        QVERIFY(await(program.store->commit(std::move(work))));

        QCoreApplication::processEvents();
        QVERIFY(changed.isEmpty());
    }

    // Before a start nobody knows what stands in the store.
    void whatWasActiveBeforeTheStartIsReadWithIt()
    {
        RunningProgram program(shippedReference());
        program.activate(aPackageFile(u"2026-12"_s, u"block"_s));
        auto data = shippedReference();
        LiveReference next(program.store, program.world.clock, &data);
        QCOMPARE(data.allergies.version, u"2026-11"_s);
        QVERIFY(!next.isRead());

        next.take(await(next.read()));

        QVERIFY(next.isRead());
        QCOMPARE(data.allergies.version, u"2026-12"_s);
    }

    void aVersionThatCannotBeReadIsTold()
    {
        RunningProgram program(shippedReference());
        program.activate(aPackageFile(u"2026-12"_s, u"block"_s));
        auto data = shippedReference();
        // A program whose reader knows less than the one that stored it.
        data.packages.front().apply = [](const Json &, const QString &place, workflow::ReferenceData &) {
            return Result<void>(Error{ErrorKind::Invalid, u"resources.shape"_s, place + u": level"_s});
        };
        LiveReference next(program.store, program.world.clock, &data);

        next.take(await(next.read()));

        QCOMPARE(data.allergies.version, u"2026-11"_s);
        QCOMPARE(next.problems().size(), 1U);
        QCOMPARE(next.problems().front().code, u"package.unreadable"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestLiveReference)
#include "test_live_reference.moc"
