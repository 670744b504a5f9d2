#include "unit/workflow/clinic.h"
#include "workflow/exchange/import_clinic_data.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::Organization;
using medications::Medication;
using scheduling::Slot;
using security::Account;

namespace {

/// Grants like OpenPolicy and knows the roles of a hospital.
class HospitalPolicy : public OpenPolicy
{
public:
    std::vector<NamedCode> roles() const override
    {
        return {{u"physician"_s, {}}, {u"cashier"_s, {}}, {u"administrator"_s, {}}};
    }
};

/// A file for the hospital of aWorld(): a row that is new (or a new price), and one that no import takes.
struct Sample
{
    QByteArray header;
    QByteArray good;
    QByteArray bad;
};

const QByteArray kDrugHeader =
    "code,name,name_en,aliases,atc,form,strength,content,smallest_unit,pack_quantity,pack_unit,pack_price,"
    "allergy_classes,prescription_class,antibiotic_grade,default_dose,default_route,default_frequency,"
    "default_days\n";

const std::map<QString, Sample> kSamples{
    {u"departments"_s, {"code,name,name_en,room,registration_fee\n", "GP,全科,,,10\n", "ENT,,,,10\n"}},
    {u"staff"_s,
     {"login,name,name_en,title,roles,department\n", "he.shan,何珊,,,cashier,RESP\n", "x,何珊,,,cashier,\n"}},
    {u"drugs"_s,
     {kDrugHeader, "D1,某胶囊,,,,,0.3 g,,粒,20,盒,18.5,penicillins,ordinary,,0.3 g,oral,bid,3\n",
      "D2,某胶囊,,,,,0.3 g,,粒,20,盒,18.5,,ordinary,,0.3 g,oral,bid,zero\n"}},
    {u"prices"_s, {"code,pack_price\n", "DRUG0001,12\n", "D9,1\n"}},
    {u"stock"_s,
     {"code,lot,expiry,quantity,location\n", "DRUG0001,B1,2028-06-30,480,A-3\n", "D9,B2,2028-06-30,1,\n"}},
    {u"schedule"_s,
     {"login,department,date,start,end,minutes,capacity\n", "li.mingyuan,RESP,2026-11-23,08:00,08:30,30,4\n",
      "li.mingyuan,RESP,2026-11-22,10:45,11:15,30,4\n"}},
};

CsvTable table(const QByteArray &text)
{
    return Clinic::must(parseCsv(text));
}

/// The hospital of aWorld() with an administrator at work.
class Office : public Clinic
{
public:
    Office() { context.policy = policy; }

    std::shared_ptr<HospitalPolicy> policy = std::make_shared<HospitalPolicy>();
    ImportWatch watch; ///< of the imports to come

    Result<ClinicImportReport> import(const QString &what, const QByteArray &text, bool isDryRun = false)
    {
        return import(what, text, isDryRun, command());
    }

    Result<ClinicImportReport> import(const QString &what,
                                      const QByteArray &text,
                                      bool isDryRun,
                                      Uuid command)
    {
        const auto file = table(text);
        if (what == "departments"_L1)
            return await(importDepartments(context, command, file, isDryRun, watch));
        if (what == "staff"_L1)
            return await(importStaff(context, command, file, u"first verifier"_s, isDryRun, watch));
        if (what == "drugs"_L1)
            return await(importMedications(context, command, file, words(), isDryRun, watch));
        if (what == "prices"_L1)
            return await(importPrices(context, command, file, isDryRun, watch));
        if (what == "stock"_L1)
            return await(importStock(context, command, file, u" opening stock "_s, isDryRun, watch));
        return await(importSchedule(context, command, file, isDryRun, watch));
    }

    DrugVocabulary words() const
    {
        return drugVocabulary(*reference, [](const QString &) { return NameKeys{u"mjn"_s, {}}; });
    }

    std::vector<Organization> departments() const { return found(query::organizations); }
    Account account(const QString &login) const { return found(query::accountByLogin, login).front(); }
    Medication drug(const QString &code) const
    {
        const auto drugs = found(query::medications);
        const auto wanted = std::ranges::find(drugs, code, &Medication::code);
        return wanted == drugs.end() ? Medication() : *wanted;
    }
};

/// Each kind of file once.
void addKinds()
{
    QTest::addColumn<QString>("what");
    for (const auto &[what, sample] : kSamples)
        QTest::newRow(qPrintable(what)) << what;
}

ClinicImportReport counted(int added, int changed, int unchanged)
{
    return {added, changed, unchanged, {}};
}

} // namespace

class TestImportClinicData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneCommitAuditedWithCounts_data() { addKinds(); }
    void isOneCommitAuditedWithCounts()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);

        const auto report = office.import(what, sample.header + sample.good);

        const bool isPrice = what == "prices"_L1;
        QCOMPARE(refusal(report), QString());
        QCOMPARE(*report, counted(isPrice ? 0 : 1, isPrice ? 1 : 0, 0));
        QCOMPARE(office.announced.size(), 1U);
        const auto &event = office.store->audit().back();
        QCOMPARE(event.act, u"clinic-data.import"_s);
        const auto counts =
            isPrice ? u": added 0, changed 1, unchanged 0"_s : u": added 1, changed 0, unchanged 0"_s;
        const auto reason = what == "stock"_L1 ? u"; reason: opening stock"_s : QString();
        QCOMPARE(event.detail, what + counts + reason);
    }

    void theSameFileAgainChangesNothing_data() { addKinds(); }
    void theSameFileAgainChangesNothing()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);
        QVERIFY(office.import(what, sample.header + sample.good));

        const auto again = office.import(what, sample.header + sample.good);

        QCOMPARE(refusal(again), QString());
        QCOMPARE(*again, counted(0, 0, 1));
        QCOMPARE(office.announced.size(), 1U);
    }

    void aRepeatedCommandGetsTheFirstCounts_data() { addKinds(); }
    void aRepeatedCommandGetsTheFirstCounts()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);
        const auto command = office.command();

        const auto first = office.import(what, sample.header + sample.good, false, command);
        const auto second = office.import(what, sample.header + sample.good, false, command);

        QCOMPARE(refusal(first), QString());
        QCOMPARE(*second, *first);
        QCOMPARE(office.announced.size(), 1U);
    }

    void aDryRunCountsAndListsAndWritesNothing_data() { addKinds(); }
    void aDryRunCountsAndListsAndWritesNothing()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);

        const auto report = office.import(what, sample.header + sample.bad + sample.good, true);

        QCOMPARE(refusal(report), QString());
        QCOMPARE(report->added + report->changed, 1);
        QCOMPARE(report->rejects.size(), 1U);
        QCOMPARE(report->rejects.front().row, 2);
        QVERIFY(office.announced.empty());
    }

    void oneRejectAndNothingIsImported_data() { addKinds(); }
    void oneRejectAndNothingIsImported()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);

        const auto report = office.import(what, sample.header + sample.good + sample.bad);

        QCOMPARE(refusal(report), QString());
        QCOMPARE(report->added + report->changed + report->unchanged, 0);
        QCOMPARE(report->rejects.size(), 1U);
        QCOMPARE(report->rejects.front().row, 3);
        QVERIFY(office.announced.empty());
    }

    void needsThePermission_data() { addKinds(); }
    void needsThePermission()
    {
        QFETCH(QString, what);
        Office office;
        office.policy->refused.insert(u"clinic-data.import"_s);
        const auto &sample = kSamples.at(what);

        QCOMPARE(refusal(office.import(what, sample.header + sample.good, true)), u"access.denied"_s);
        QCOMPARE(refusal(office.import(what, sample.header + sample.good)), u"access.denied"_s);
        QCOMPARE(office.store->audit().back().outcome, security::AuditOutcome::Refused);
        QCOMPARE(office.store->audit().back().act, u"clinic-data.import"_s);
    }

    void staffNeedsThePermissionToManageAccounts()
    {
        Office office;
        office.policy->refused.insert(u"account.manage"_s);
        const auto &sample = kSamples.at(u"staff"_s);
        QCOMPARE(refusal(office.import(u"staff"_s, sample.header + sample.good)), u"access.denied"_s);
        QCOMPARE(office.found(query::accounts).size(), 1U);
    }

    void namesColumnsThatDoNotFit_data() { addKinds(); }
    void namesColumnsThatDoNotFit()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);
        const auto tooMany = sample.header.trimmed() + ",colour\n" + sample.good.trimmed() + ",red\n";

        QCOMPARE(refusalWithDetail(office.import(what, tooMany)), u"import.column-unknown colour"_s);
        QCOMPARE(refusal(office.import(what, "colour\nred\n")), u"import.column-missing"_s);
        QVERIFY(office.announced.empty());
    }

    void departmentsOnRecordKeepTheirId()
    {
        Office office;
        const auto report = office.import(u"departments"_s,
                                          "code,name,name_en,room,registration_fee\n"
                                          "RESP,呼吸科,Respiratory medicine,203,20.50\n"
                                          "GP,全科,,,10\n");

        QCOMPARE(*report, counted(1, 1, 0));
        const auto stored = office.departments();
        QCOMPARE(stored.size(), 2U);
        QCOMPARE(stored[1].id, office.world.department.id);
        QCOMPARE(stored[1].version, 2);
        QCOMPARE(stored[1].name, u"呼吸科"_s);
        QCOMPARE(stored[1].registrationFee, Money{2050});
    }

    void gb18030IsReadAsWell()
    {
        Office office;
        const auto report = office.import(u"departments"_s,
                                          "code\tname\tname_en\troom\tregistration_fee\r\n"
                                          "GP\t\xc8\xab\xbf\xc6\t\t\t10\r\n");
        QCOMPARE(refusal(report), QString());
        QCOMPARE(office.departments().front().name, u"全科"_s);
    }

    void hostileTextIsStoredVerbatim_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("SQL") << u"'; DROP TABLE organization; --"_s;
        QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s;
        QTest::newRow("mark-up") << u"<b>x</b><script>alert(1)</script>"_s;
        QTest::newRow("placeholders") << u":code ? %1 {}"_s;
        QTest::newRow("right to left") << u"\u202eabc"_s;
        QTest::newRow("beyond the basic plane") << u"𠮷野"_s;
        QTest::newRow("long") << QString(70'000, u'长');
    }
    void hostileTextIsStoredVerbatim()
    {
        QFETCH(QString, text);
        Office office;
        const auto file = u"code\tname\tname_en\troom\tregistration_fee\nGP\t%1\t\t\t1\n"_s.arg(text);

        QCOMPARE(*office.import(u"departments"_s, file.toUtf8()), counted(1, 0, 0));
        QCOMPARE(office.departments().front().name, text);
    }

    void newStaffMustChangeTheFirstPassword()
    {
        Office office;
        const auto &sample = kSamples.at(u"staff"_s);
        QVERIFY(office.import(u"staff"_s, sample.header + sample.good));

        const auto added = office.account(u"he.shan"_s);
        QCOMPARE(added.passwordHash, u"first verifier"_s);
        QVERIFY(!added.passwordChangedAt);
        QCOMPARE(added.status, security::AccountStatus::Active);
        QCOMPARE(added.roles, std::vector{u"cashier"_s});
        QCOMPARE(added.department, std::optional(office.world.department.id));
    }

    void staffOnRecordKeepsPasswordAndRoles()
    {
        Office office;
        auto before = office.account(u"li.mingyuan"_s);
        before.passwordHash = u"own verifier"_s;
        before.passwordChangedAt = office.context.clock->now();
        auto seeding = office.context.begin(office.command(), u"test.seed"_s);
        seeding.update(before);
        Clinic::must(await(office.store->commit(std::move(seeding))));

        const auto report = office.import(u"staff"_s,
                                          "login,name,name_en,title,roles,department\n"
                                          "li.mingyuan,李明远,,主任医师,administrator,\n");

        QCOMPARE(*report, counted(0, 1, 0));
        const auto after = office.account(u"li.mingyuan"_s);
        QCOMPARE(after.title, u"主任医师"_s);
        QCOMPARE(after.passwordHash, u"own verifier"_s);
        QCOMPARE(after.passwordChangedAt, before.passwordChangedAt);
        QCOMPARE(after.roles, before.roles);
        QCOMPARE(after.department, before.department);
    }

    void stockIsCountedInAsTheFileSays()
    {
        Office office;
        const auto &sample = kSamples.at(u"stock"_s);

        QVERIFY(office.import(u"stock"_s, sample.header + sample.good));

        const auto lots = office.found(query::lotsOfMedication, office.world.amoxicillin.id);
        const auto lot = std::ranges::find(lots, u"B1"_s, &medications::Lot::lotNumber);
        QVERIFY(lot != lots.end());
        QCOMPARE(lot->onHand, 480);
        QCOMPARE(lot->reserved, 0);
        QCOMPARE(lot->expiry.toIso(), u"2028-06-30"_s);
        QCOMPARE(lot->location, std::optional(u"A-3"_s));
    }

    void stockNeedsAReasonOutsideADryRun()
    {
        Office office;
        const auto &sample = kSamples.at(u"stock"_s);
        const auto file = table(sample.header + sample.good);

        const auto import = [&](bool isDryRun) {
            return await(importStock(office.context, office.command(), file, u"  "_s, isDryRun));
        };

        QVERIFY(import(true));
        QCOMPARE(refusal(import(false)), u"import.reason-missing"_s);
        QVERIFY(office.announced.empty());
    }

    void aRepeatedCommandIsNoRejectWhenUnitsLeftTheShelf()
    {
        Office office;
        const auto &sample = kSamples.at(u"stock"_s);
        const auto command = office.command();
        const auto first =
            Clinic::must(office.import(u"stock"_s, sample.header + sample.good, false, command));
        const auto lots = office.found(query::lotsOfMedication, office.world.amoxicillin.id);
        const auto lot = std::ranges::find(lots, u"B1"_s, &medications::Lot::lotNumber);
        auto work = office.context.begin(office.command(), u"test.seed"_s);
        work.apply(effect::reserveLot, lot->id, qint64(20)).apply(effect::takeFromLot, lot->id, qint64(20));
        Clinic::must(await(office.store->commit(std::move(work))));

        const auto again = office.import(u"stock"_s, sample.header + sample.good, false, command);
        const auto anew = office.import(u"stock"_s, sample.header + sample.good);

        QCOMPARE(refusal(again), QString());
        QCOMPARE(*again, first);
        QCOMPARE(anew->rejects.size(), 1U);
        QCOMPARE(anew->rejects.front().reason, u"import.lot-exists"_s);
        QCOMPARE(anew->rejects.front().detail, u"460"_s);
    }

    void aStoppedReadingStoresNothing_data() { addKinds(); }
    void aStoppedReadingStoresNothing()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);
        std::stop_source stop;
        stop.request_stop();
        office.watch = {stop.get_token(), std::make_shared<std::atomic<int>>(0)};

        const auto report = office.import(what, sample.header + sample.good);

        QCOMPARE(refusal(report), u"import.stopped"_s);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(office.announced.empty());
    }

    void whoWatchesSeesEachRow_data() { addKinds(); }
    void whoWatchesSeesEachRow()
    {
        QFETCH(QString, what);
        Office office;
        const auto &sample = kSamples.at(what);
        office.watch.rows = std::make_shared<std::atomic<int>>(0);

        QVERIFY(office.import(what, sample.header + sample.good + sample.bad, true));

        QCOMPARE(office.watch.rows->load(), 2);
    }

    void drugsGetTheirKeys()
    {
        Office office;
        const auto &sample = kSamples.at(u"drugs"_s);
        QVERIFY(office.import(u"drugs"_s, sample.header + sample.good));
        QCOMPARE(office.drug(u"D1"_s).nameInitials, u"mjn"_s);
        QCOMPARE(office.drug(u"D1"_s).packPrice, Money{1850});
    }

    void aPriceListChangesPricesOnly()
    {
        Office office;
        QCOMPARE(*office.import(u"prices"_s, "code,pack_price\nDRUG0001,11.25\n"), counted(0, 1, 0));

        auto wished = office.world.amoxicillin;
        const auto stored = office.drug(u"DRUG0001"_s);
        wished.packPrice = Money{1125};
        wished.version = stored.version;
        wished.recordedAt = stored.recordedAt;
        wished.recordedBy = stored.recordedBy;
        QCOMPARE(stored, wished);
        QCOMPARE(stored.version, 2);
    }

    void aSlotOnRecordKeepsItsBookings()
    {
        Office office;
        office.checkedIn();

        const auto report = office.import(u"schedule"_s,
                                          "login,department,date,start,end,minutes,capacity\n"
                                          "li.mingyuan,RESP,2026-11-22,10:30,11:30,30,6\n");

        QCOMPARE(*report, counted(1, 1, 0));
        const auto slot = Clinic::must(office.loaded(office.world.slot.id));
        QCOMPARE(slot.capacity, 6);
        QCOMPARE(slot.booked, 1);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestImportClinicData)
#include "test_import_clinic_data.moc"
