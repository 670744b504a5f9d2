#include "support/package_builders.h"
#include "unit/workflow/clinic.h"
#include "workflow/ports/library_queries.h"
#include "workflow/read_reference.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::Library;
using administration::LibraryAct;
using administration::PublicationStatus;

namespace {

const QString kName = u"allergy-rules"_s;

/// A hospital that ships 2026-11 and installs versions of its own.
struct RuleOffice
{
    Clinic clinic;
    PackageCatalogue catalogue = someCatalogue();

    Result<PackageInstallation> install(const PackageFile &file, const QString &reason = u"review"_s)
    {
        clinic.world.clock->advanceSeconds(1); // rows come in the order of their instants
        return await(installPackage(clinic.context, clinic.command(), catalogue, file, reason, false));
    }
    Result<PackageInstallation> tryOut(const PackageFile &file)
    {
        return await(installPackage(clinic.context, clinic.command(), catalogue, file, {}, true));
    }
    Result<Library> activate(const QString &release, const QString &reason = {})
    {
        return await(activatePackage(clinic.context, clinic.command(), catalogue, {kName, release, reason}));
    }
    Result<Library> rollBack(const QString &release, const QString &reason = u"wrong list"_s)
    {
        return await(rollBackPackage(clinic.context, clinic.command(), catalogue, {kName, release, reason}));
    }
    /// Installed and active.
    void bring(const QString &release, const QString &level)
    {
        QVERIFY(install(aPackageFile(release, level)));
        QVERIFY(activate(release));
    }

    std::vector<Library> stored() const { return clinic.found(query::libraries); }
    PackageText inForce() const
    {
        return textInForce(catalogue.front(), stored(), clinic.world.clock->today());
    }
    ReferenceReading reference() const
    {
        return await(readReference(clinic.store, shippedReference(), clinic.world.clock->today()));
    }
    QString actOf(std::size_t back = 0) const
    {
        const auto &audit = clinic.store->audit();
        return audit.at(audit.size() - 1 - back).act;
    }
};

} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDryRunStoresNothingAndTellsWhatDiffers()
    {
        RuleOffice office;

        const auto trial = office.tryOut(aPackageFile(u"2026-12"_s, u"block"_s));

        QCOMPARE(refusalWithDetail(trial), QString());
        QVERIFY(!trial->isStored);
        QCOMPARE(trial->before.release, u"2026-11"_s);
        QVERIFY(trial->before.isShipped);
        QCOMPARE(countOf(trial->difference), (DiffCount{2, 2})); // version and level
        QVERIFY(office.stored().empty());
        QVERIFY(office.clinic.announced.empty());
    }

    void anInstalledVersionWaits()
    {
        RuleOffice office;
        const auto file = aPackageFile(u"2026-12"_s, u"block"_s);

        const auto installed = office.install(file, u" yearly review "_s);

        QVERIFY(installed);
        QVERIFY(installed->isStored);
        const auto library = office.stored().at(0);
        QCOMPARE(library.status, PublicationStatus::Draft);
        QCOMPARE(library.content.toUtf8(), file.content);
        QCOMPARE(library.sha256.size(), 64);
        QCOMPARE(library.source, u"committee"_s);
        QCOMPARE(library.history.size(), 1U);
        QCOMPARE(library.history[0].act, LibraryAct::Install);
        QCOMPARE(library.history[0].reason, u"yearly review"_s);
        QCOMPARE(library.history[0].by, office.clinic.context.session.account);
        QVERIFY(office.inForce().isShipped);
    }

    void theTrailHasTheActAndNoWordsOfThePerson()
    {
        RuleOffice office;

        QVERIFY(office.install(aPackageFile(u"2026-12"_s, u"block"_s), u"Mr Zhang complained"_s));

        const auto &event = office.clinic.store->audit().back();
        QCOMPARE(event.act, u"package.install"_s);
        QVERIFY(event.detail.startsWith(u"allergy-rules 2026-12 sha256="_s));
        QVERIFY(!event.detail.contains(u"Zhang"_s));
    }

    void whatDoesNotFitIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<PackageFile>("file");
        QTest::addColumn<QString>("refused");

        const auto row = [](const char *name, const PackageFile &file, const QString &refused) {
            QTest::newRow(name) << file << refused;
        };
        row("no JSON", {kName, "{\n  \"name\" 1}", u"a.json"_s, false}, u"json.syntax a.json:2:11"_s);
        row("not UTF-8", {kName, "{\"version\": \"\xff\"}", u"a.json"_s, false},
            u"package.encoding a.json"_s);
        row("far too large", {kName, QByteArray(kLargestPackage + 1, ' '), u"a.json"_s, false},
            u"package.too-large a.json"_s);
        row("no version", {kName, "{}", u"a.json"_s, false}, u"resources.shape a.json: version"_s);
        row("a version of two words", aPackageFile(u"2026 12"_s, u"block"_s),
            u"resources.shape rules.json: version"_s);
        row("no source", {kName, "{\"version\": \"3\"}", u"a.json"_s, false},
            u"resources.shape a.json: source"_s);
        row("an unreadable rule", aPackageFile(u"2026-12"_s, u"never"_s),
            u"resources.shape rules.json: level"_s);
        row("no day", aPackageFile(u"2026-12"_s, u"block"_s, u"\"validFrom\": \"soon\",\n"_s),
            u"resources.shape rules.json: validFrom"_s);
        row("ends before it begins",
            aPackageFile(u"2026-12"_s, u"block"_s,
                         u"\"validFrom\": \"2027-02-01\", \"validTo\": \"2027-01-31\",\n"_s),
            u"resources.shape rules.json: validTo"_s);
        row("ended", aPackageFile(u"2026-12"_s, u"block"_s, u"\"validTo\": \"2026-11-21\",\n"_s),
            u"package.ended 2026-11-21"_s);
        row("without a name",
            {{}, R"({"version": "3", "source": "s", "level": "block"})", u"a.json"_s, false},
            u"package.name-missing a.json"_s);
        row("for something else", {u"dosage-terms"_s, aRulesFile(u"3"_s, u"block"_s), u"a.json"_s, false},
            u"package.name-differs allergy-rules"_s);
        row("of no known name",
            {u"dosage"_s, R"({"version": "3", "source": "s", "level": "block"})", u"a.json"_s, false},
            u"package.name-unknown allergy-rules"_s);
        row("older than what is shipped", aPackageFile(u"2026-10"_s, u"block"_s), u"package.older 2026-11"_s);
        row("what is shipped", aPackageFile(u"2026-11"_s, u"confirm"_s), u"package.shipped 2026-11"_s);
        row("as the shipped version, with another text", aPackageFile(u"2026-11"_s, u"block"_s),
            u"package.exists 2026-11"_s);
    }

    void whatDoesNotFitIsRefusedWithItsPlace()
    {
        QFETCH(PackageFile, file);
        QFETCH(QString, refused);
        RuleOffice office;

        QCOMPARE(refusalWithDetail(office.tryOut(file)), refused);
        QCOMPARE(refusalWithDetail(office.install(file)), refused);
        QVERIFY(office.stored().empty());
    }

    void aVersionIsInstalledOnce()
    {
        RuleOffice office;
        QVERIFY(office.install(aPackageFile(u"2026-12"_s, u"block"_s)));

        const auto again = office.install(aPackageFile(u"2026-12"_s, u"block"_s));
        const auto other = office.install(aPackageFile(u"2026-12"_s, u"notice"_s));

        QVERIFY(again && again->isStored);
        QCOMPARE(refusalWithDetail(other), u"package.exists 2026-12"_s);
        QCOMPARE(office.stored().size(), 1U);
    }

    void anOlderVersionIsInstalledOnlyToBeRolledBackTo()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);
        auto file = aPackageFile(u"2026-11.5"_s, u"notice"_s);
        QCOMPARE(refusalWithDetail(office.install(file)), u"package.older 2026-12"_s);

        file.isRollBackStated = true;
        QVERIFY(office.install(file));

        QCOMPARE(refusalWithDetail(office.activate(u"2026-11.5"_s)), u"package.older 2026-12"_s);
        QVERIFY(office.rollBack(u"2026-11.5"_s));
        QCOMPARE(office.inForce().release, u"2026-11.5"_s);
    }

    void installingNeedsAReason()
    {
        RuleOffice office;

        const auto refused = office.install(aPackageFile(u"2026-12"_s, u"block"_s), u"  "_s);

        QCOMPARE(refusal(refused), u"package.reason-missing"_s);
        QVERIFY(office.stored().empty());
    }

    void oneVersionIsActive()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);
        office.bring(u"2027-01"_s, u"notice"_s);

        const auto libraries = office.stored();

        QCOMPARE(libraries.at(0).status, PublicationStatus::Retired);
        QCOMPARE(libraries.at(0).history.back().act, LibraryAct::Replace);
        QCOMPARE(libraries.at(1).status, PublicationStatus::Active);
        QCOMPARE(office.inForce().release, u"2027-01"_s);
        QCOMPARE(office.actOf(), u"package.activate"_s);
        QCOMPARE(refusalWithDetail(office.activate(u"2027-01"_s)), u"package.active 2027-01"_s);
        QCOMPARE(refusalWithDetail(office.activate(u"2027-02"_s)),
                 u"package.version-unknown allergy-rules 2027-02"_s);
    }

    void aVersionIsActivatedOnTheDaysItIsFor()
    {
        RuleOffice office;
        QVERIFY(office.install(aPackageFile(
            u"2026-12"_s, u"block"_s, u"\"validFrom\": \"2026-11-23\", \"validTo\": \"2026-11-24\",\n"_s)));
        const auto nextDay = [&office] { office.clinic.world.clock->advanceSeconds(24 * 3600); };

        QCOMPARE(refusalWithDetail(office.activate(u"2026-12"_s)), u"package.not-yet 2026-11-23"_s);
        nextDay();
        QVERIFY(office.activate(u"2026-12"_s));
        QVERIFY(!office.inForce().isShipped);
        nextDay();
        nextDay();
        QVERIFY(office.inForce().isShipped);
        QCOMPARE(office.reference().problems.size(), 1U);
        QCOMPARE(office.reference().problems[0].code, u"package.period"_s);
    }

    void rollingBackIsANewActWithItsReason()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);
        office.bring(u"2027-01"_s, u"notice"_s);
        QCOMPARE(refusal(office.rollBack(u"2026-12"_s, {})), u"package.reason-missing"_s);

        const auto active = office.rollBack(u"2026-12"_s, u"too few warnings"_s);

        QVERIFY(active);
        QCOMPARE(active->release, u"2026-12"_s);
        QCOMPARE(active->history.back().act, LibraryAct::RollBack);
        QCOMPARE(active->history.back().reason, u"too few warnings"_s);
        QCOMPARE(active->history.size(), 4U); // installed, activated, replaced, rolled back to
        QCOMPARE(office.stored().at(1).status, PublicationStatus::Retired);
        QCOMPARE(office.actOf(), u"package.roll-back"_s);
        QCOMPARE(refusalWithDetail(office.rollBack(u"2027-01"_s)), u"package.newer 2026-12"_s);
        QVERIFY(office.activate(u"2027-01"_s)); // and forward again
    }

    void theShippedTextHoldsAgainAfterRollingBackToIt()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);

        const auto withdrawn = office.rollBack({});

        QVERIFY(withdrawn);
        QCOMPARE(withdrawn->status, PublicationStatus::Retired);
        QCOMPARE(withdrawn->history.back().act, LibraryAct::Withdraw);
        QVERIFY(office.inForce().isShipped);
        QCOMPARE(refusal(office.rollBack({})), u"package.shipped-holds"_s);
    }

    void aRepeatedCommandIsToldWhatTheFirstOneDid()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);
        const auto &context = office.clinic.context;
        const auto file = aPackageFile(u"2027-01"_s, u"notice"_s);
        const auto installing = office.clinic.command();
        const auto activating = office.clinic.command();
        const auto rolling = office.clinic.command();
        const auto install = [&] {
            return await(installPackage(context, installing, office.catalogue, file, u"review"_s, false));
        };
        const auto activate = [&] {
            return await(activatePackage(context, activating, office.catalogue, {kName, u"2027-01"_s, {}}));
        };
        const auto rollBack = [&] {
            return await(rollBackPackage(context, rolling, office.catalogue, {kName, {}, u"wrong"_s}));
        };

        QVERIFY(install());
        QVERIFY(activate());
        QVERIFY(rollBack());
        const auto commits = office.clinic.announced.size();

        QCOMPARE(install()->library.release, u"2027-01"_s);
        QCOMPARE(activate()->release, u"2027-01"_s);
        QCOMPARE(rollBack()->release, u"2027-01"_s);
        QCOMPARE(office.clinic.announced.size(), commits);
    }

    void whoMayNotChangeSettingsChangesNoRules()
    {
        RuleOffice office;
        office.clinic.world.policy->refused.insert(u"setting.manage"_s);

        QCOMPARE(refusal(office.tryOut(aPackageFile(u"2026-12"_s, u"block"_s))), u"access.denied"_s);
        QCOMPARE(refusal(office.install(aPackageFile(u"2026-12"_s, u"block"_s))), u"access.denied"_s);
        QCOMPARE(refusal(office.activate(u"2026-12"_s)), u"access.denied"_s);
        QCOMPARE(refusal(office.rollBack({})), u"access.denied"_s);
        QCOMPARE(refusal(await(installedPackages(office.clinic.context))), u"access.denied"_s);
        QCOMPARE(office.clinic.store->audit().back().outcome, security::AuditOutcome::Refused);
    }

    void referenceDataIsThatOfTheActiveVersion()
    {
        RuleOffice office;
        QCOMPARE(office.reference().data.allergies.rules.at(0).severity, Severity::Confirm);

        office.bring(u"2026-12"_s, u"block"_s);

        const auto read = office.reference();
        QVERIFY(read.problems.empty());
        QCOMPARE(read.data.allergies.version, u"2026-12"_s);
        QCOMPARE(read.data.allergies.rules.at(0).severity, Severity::Block);
    }

    // Stored by a newer program, or damaged: what is shipped holds, and it is said.
    void aVersionThatCannotBeReadLeavesTheShippedOneAndIsTold()
    {
        RuleOffice office;
        office.bring(u"2026-12"_s, u"block"_s);
        auto library = office.stored().at(0);
        library.content.replace(u"block"_s, u"level-nine"_s);
        auto work = office.clinic.context.begin(office.clinic.command(), u"test.seed"_s);
        work.update(library);
        QVERIFY(await(office.clinic.store->commit(std::move(work))));

        const auto read = office.reference();

        QCOMPARE(read.data.allergies.version, u"2026-11"_s);
        QCOMPARE(read.problems.size(), 1U);
        QCOMPARE(read.problems[0].code, u"package.unreadable"_s);
        QCOMPARE(read.problems[0].detail, u"allergy-rules 2026-12: level"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPackages)
#include "test_packages.moc"
