#include "support/world.h"
#include "workflow/exchange/read_departments.h"
#include "workflow/exchange/read_medications.h"
#include "workflow/exchange/read_prices.h"
#include "workflow/exchange/read_schedule.h"
#include "workflow/exchange/read_staff.h"
#include "workflow/exchange/read_stock.h"

#include <QTest>

#include <tuple>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::Organization;
using medications::Lot;
using medications::Medication;
using scheduling::Slot;
using security::Account;

namespace {

template <typename T>
Id<T> anId(std::uint8_t number)
{
    Id<T> id;
    id.uuid.bytes.back() = number;
    return id;
}

CsvTable table(const QStringList &columns, const QStringList &lines)
{
    const auto text = columns.join(u',') + u'\n' + lines.join(u'\n');
    const auto parsed = parseCsv(text.toUtf8());
    return parsed ? *parsed : CsvTable();
}

Organization aDepartment()
{
    Organization department;
    department.id = anId<Organization>(1);
    department.version = 3;
    department.code = u"RESP"_s;
    department.name = u"呼吸内科"_s;
    department.registrationFee = Money{1500};
    return department;
}

Account anAccount()
{
    Account account;
    account.id = anId<Account>(2);
    account.loginName = u"li.mingyuan"_s;
    account.name = u"李明远"_s;
    account.roles = {u"physician"_s};
    account.department = aDepartment().id;
    account.passwordHash = u"verifier"_s;
    account.passwordChangedAt = Instant{7};
    return account;
}

KnownStaff someStaff()
{
    return {{anAccount()}, {aDepartment()}, {u"physician"_s, u"cashier"_s}};
}

DrugVocabulary someWords()
{
    return {someDosageTerms(), {u"penicillins"_s, u"nsaids"_s}, [](const QString &name) {
                return NameKeys{u"initials of "_s + name, u"pinyin of "_s + name};
            }};
}

/// A row that is right, but for what `changes` says.
QString drugLine(const std::map<QString, QString> &changes = {})
{
    std::map<QString, QString> fields{{u"code"_s, u"D1"_s},
                                      {u"name"_s, u"阿莫西林胶囊"_s},
                                      {u"name_en"_s, u"Amoxicillin"_s},
                                      {u"aliases"_s, u"羟氨苄青霉素 | 安莫西林"_s},
                                      {u"atc"_s, u"J01CA04"_s},
                                      {u"form"_s, u"胶囊剂"_s},
                                      {u"strength"_s, u"0.250 g"_s},
                                      {u"smallest_unit"_s, u"粒"_s},
                                      {u"pack_quantity"_s, u"24"_s},
                                      {u"pack_unit"_s, u"盒"_s},
                                      {u"pack_price"_s, u"10.8"_s},
                                      {u"allergy_classes"_s, u"penicillins"_s},
                                      {u"prescription_class"_s, u"ordinary"_s},
                                      {u"antibiotic_grade"_s, u"restricted"_s},
                                      {u"default_dose"_s, u"500mg"_s},
                                      {u"default_route"_s, u"PO"_s},
                                      {u"default_frequency"_s, u"每日三次"_s},
                                      {u"default_days"_s, u"7"_s}};
    for (const auto &[column, text] : changes)
        fields.insert_or_assign(column, text);
    QStringList line;
    for (const auto &column : medicationColumns())
        line.append(fields[column]);
    return line.join(u',');
}

Reading<Medication> readDrugs(const QStringList &lines, const std::vector<Medication> &known = {})
{
    return readMedications(table(medicationColumns(), lines), known, someWords());
}

Instant shanghai(const char *time)
{
    return *Instant::parse(QString::fromLatin1(time) + u":00+08:00"_s);
}

Slot aSlot(const char *start, const char *end)
{
    Slot slot;
    slot.id = anId<Slot>(3);
    slot.practitioner = anAccount().id;
    slot.department = aDepartment().id;
    slot.start = shanghai(start);
    slot.end = shanghai(end);
    slot.capacity = 4;
    slot.booked = 3;
    return slot;
}

KnownSchedule someSchedule(const std::vector<Slot> &slots = {})
{
    auto left = anAccount();
    left.id = anId<Account>(9);
    left.loginName = u"left"_s;
    left.status = security::AccountStatus::Retired;
    auto other = aDepartment();
    other.id = anId<Organization>(8);
    other.code = u"GP"_s;
    return {{anAccount(), left}, {aDepartment(), other}, slots, QTimeZone("Asia/Shanghai")};
}

Reading<Slot> readSlots(const QStringList &lines, const std::vector<Slot> &known = {})
{
    return readSchedule(table(scheduleColumns(), lines), someSchedule(known));
}

Lot aLot()
{
    Lot lot;
    lot.id = anId<Lot>(6);
    lot.version = 4;
    lot.medication = anId<Medication>(4);
    lot.lotNumber = u"A1"_s;
    lot.expiry = *Date::parse(u"2027-01-31"_s);
    lot.onHand = 30;
    lot.reserved = 12;
    return lot;
}

/// On 2026-11-22, with the drug D1 and one lot of it.
Reading<Lot> readLots(const QStringList &lines, const std::vector<Lot> &known = {aLot()})
{
    auto drug = readDrugs({drugLine()}).values.front();
    drug.id = anId<Medication>(4);
    return readStock(table(stockColumns(), lines), {{drug}, known, *Date::parse(u"2026-11-22"_s)});
}

void addRejectColumns()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
}

void reject(const char *name, const QString &line, const QString &reason, const QString &detail = {})
{
    QTest::newRow(name) << line << reason << detail;
}

/// "row reason detail" of all rejects.
QStringList shown(const std::vector<CsvReject> &rejects)
{
    QStringList all;
    for (const auto &found : rejects)
        all.append(u"%1 %2 %3"_s.arg(QString::number(found.row), found.reason, found.detail));
    return all;
}

} // namespace

/// The second line of each file of rejects is right, the third is the one in question.
class TestReadClinicTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void departmentsAreNewOrAsTheFileSays()
    {
        const auto reading = readDepartments(
            table(departmentColumns(), {u"RESP,呼吸科,Chest,203,20.5"_s, u"GP,全科,,,0"_s}), {aDepartment()});

        auto renamed = aDepartment();
        renamed.name = u"呼吸科"_s;
        renamed.nameEn = u"Chest"_s;
        renamed.room = u"203"_s;
        renamed.registrationFee = Money{2050};
        Organization added;
        added.code = u"GP"_s;
        added.name = u"全科"_s;
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values, (std::vector{renamed, added}));
    }

    void departmentRejects_data()
    {
        addRejectColumns();
        reject("no code", u",全科,,,1"_s, u"import.missing"_s, u"code"_s);
        reject("shape of the code", u"G/P,全科,,,1"_s, u"import.code"_s, u"code: G/P"_s);
        reject("twice", u"RESP,全科,,,1"_s, u"import.duplicate"_s, u"2"_s);
        reject("no name", u"GP,,,,1"_s, u"import.missing"_s, u"name"_s);
        reject("no fee", u"GP,全科,,,"_s, u"import.missing"_s, u"registration_fee"_s);
        reject("beyond the fen", u"GP,全科,,,1.005"_s, u"import.price"_s, u"registration_fee: 1.005"_s);
        reject("below nothing", u"GP,全科,,,-1"_s, u"import.price"_s, u"registration_fee: -1"_s);
        reject("thousands", u"GP,全科,,,\"1,000\""_s, u"import.price"_s, u"registration_fee: 1,000"_s);
        reject("too much", u"GP,全科,,,10000000.01"_s, u"import.price"_s, u"registration_fee: 10000000.01"_s);
        reject("too few fields", u"GP,全科"_s, u"import.field-count"_s, u"2"_s);
    }
    void departmentRejects()
    {
        QFETCH(QString, line);
        const auto reading =
            readDepartments(table(departmentColumns(), {u"RESP,呼吸内科,,,15"_s, line}), {aDepartment()});
        compareReject(reading.rejects);
        QCOMPARE(reading.values, std::vector{aDepartment()});
    }

    void staffIsNewOrRenamed()
    {
        const auto reading = readStaff(table(staffColumns(),
                                             {u"Li.Mingyuan,李明原,Li,主任医师,cashier,"_s,
                                              u"he.shan,何珊,,,cashier| physician|cashier,RESP"_s}),
                                       someStaff());

        auto renamed = anAccount();
        renamed.name = u"李明原"_s;
        renamed.nameEn = u"Li"_s;
        renamed.title = u"主任医师"_s;
        Account added;
        added.loginName = u"he.shan"_s;
        added.name = u"何珊"_s;
        added.roles = {u"cashier"_s, u"physician"_s};
        added.department = aDepartment().id;
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values, (std::vector{renamed, added}));
    }

    void staffRejects_data()
    {
        addRejectColumns();
        reject("no log-in name", u",何珊,,,cashier,"_s, u"account.login-name"_s);
        reject("shape", u"He Shan,何珊,,,cashier,"_s, u"account.login-name"_s, u"he shan"_s);
        reject("twice", u"WANG,何珊,,,cashier,"_s, u"import.duplicate"_s, u"2"_s);
        reject("no name", u"he.shan,,,,cashier,"_s, u"import.missing"_s, u"name"_s);
        reject("no role", u"he.shan,何珊,,,|,"_s, u"import.missing"_s, u"roles"_s);
        reject("role", u"he.shan,何珊,,,cashier|king,"_s, u"import.unknown"_s, u"roles: cashier|king"_s);
        reject("department", u"he.shan,何珊,,,cashier,GP"_s, u"import.unknown"_s, u"department: GP"_s);
        reject("role of somebody on record", u"li.mingyuan,李明远,,,king,"_s, u"import.unknown"_s,
               u"roles: king"_s);
    }
    void staffRejects()
    {
        QFETCH(QString, line);
        const auto reading = readStaff(table(staffColumns(), {u"wang,王,,,cashier,"_s, line}), someStaff());
        compareReject(reading.rejects);
        QCOMPARE(reading.values.size(), 1U);
    }

    void drugsAreReadWholeAndExactly()
    {
        const auto reading =
            readDrugs({drugLine(), drugLine({{u"code"_s, u"D2"_s}, {u"content"_s, u"10 g"_s}})});

        QCOMPARE(shown(reading.rejects), QStringList());
        Medication drug;
        drug.code = u"D1"_s;
        drug.name = u"阿莫西林胶囊"_s;
        drug.nameEn = u"Amoxicillin"_s;
        drug.aliases = {u"羟氨苄青霉素"_s, u"安莫西林"_s};
        drug.nameInitials = u"initials of 阿莫西林胶囊"_s;
        drug.namePinyin = u"pinyin of 阿莫西林胶囊"_s;
        drug.atc = u"J01CA04"_s;
        drug.form = u"胶囊剂"_s;
        drug.strength = {Decimal::fromParts(25, 2), u"g"_s};
        drug.smallestUnit = u"粒"_s;
        drug.packQuantity = 24;
        drug.packUnit = u"盒"_s;
        drug.packPrice = Money{1080};
        drug.allergyClasses = {u"penicillins"_s};
        drug.antibioticGrade = u"restricted"_s;
        drug.defaultDose = {Decimal(500), u"mg"_s};
        drug.defaultRoute = u"oral"_s;
        drug.defaultFrequency = u"tid"_s;
        drug.defaultDays = 7;
        QCOMPARE(reading.values.front(), drug);
        QCOMPARE(reading.values.front().strength.toString(), u"0.250 g"_s);
        QCOMPARE(reading.values.back().content->toString(), u"10 g"_s);
    }

    void aFrequencyWithoutNumberIsAUsualOne()
    {
        const auto reading = readDrugs({drugLine({{u"default_frequency"_s, u"prn"_s}})});
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values.front().defaultFrequency, u"prn"_s);
    }

    void drugRejects_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *column, const char *text, const char *reason) {
            QTest::addRow("%s: %s", column, text)
                << QString::fromLatin1(column) << QString::fromUtf8(text) << QString::fromLatin1(reason);
        };
        row("code", "", "import.missing");
        row("code", "D 1", "import.code");
        row("name", "", "import.missing");
        row("atc", "J1", "import.atc");
        row("strength", "", "import.missing");
        row("strength", "g", "import.quantity");
        row("strength", "0.25", "import.quantity");
        row("strength", "0 g", "import.quantity");
        row("strength", "1.2.3 g", "import.quantity");
        row("strength", "-1 g", "import.quantity");
        row("strength", "1 lb", "import.unknown");
        row("content", "much", "import.quantity");
        row("smallest_unit", "", "import.missing");
        row("smallest_unit", "匣", "import.unknown");
        row("pack_quantity", "0", "import.number");
        row("pack_quantity", "1.5", "import.number");
        row("pack_quantity", "100001", "import.number");
        row("pack_quantity", "99999999999", "import.number");
        row("pack_unit", "", "import.missing");
        row("pack_price", "dear", "import.price");
        row("allergy_classes", "penicillins|king", "import.unknown");
        row("prescription_class", "", "import.missing");
        row("prescription_class", "free", "import.unknown");
        row("antibiotic_grade", "top", "import.unknown");
        row("default_dose", "", "import.missing");
        row("default_dose", "0 mg", "import.quantity");
        row("default_route", "", "import.missing");
        row("default_route", "nose", "import.unknown");
        row("default_frequency", "", "import.missing");
        row("default_frequency", "often", "import.unknown");
        row("default_days", "0", "import.number");
        row("default_days", "366", "import.number");
    }
    void drugRejects()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, reason);

        const auto reading = readDrugs({drugLine({{u"code"_s, u"D0"_s}}), drugLine({{column, text}})});

        const bool isMissing = reason == "import.missing"_L1;
        const QString detail = isMissing ? column : u"%1: %2"_s.arg(column, text);
        QCOMPARE(shown(reading.rejects), QStringList(u"3 %1 %2"_s.arg(reason, detail)));
        QCOMPARE(reading.values.size(), 1U);
    }

    void aDoseNobodyCanCountOutIsAReject()
    {
        const auto reading = readDrugs({drugLine({{u"strength"_s, u"1 粒"_s}})});
        QCOMPARE(shown(reading.rejects), QStringList(u"2 dosage.unit-mismatch default_dose: 500mg"_s));
    }

    void aDrugCodeStandsOnce()
    {
        const auto reading = readDrugs({drugLine(), drugLine()});
        QCOMPARE(shown(reading.rejects), QStringList(u"3 import.duplicate 2"_s));
    }

    void aDrugOnRecordStaysTheProductItIs()
    {
        auto known = readDrugs({drugLine()}).values.front();
        known.id = anId<Medication>(4);
        known.version = 2;

        const auto changed =
            readDrugs({drugLine({{u"pack_price"_s, u"12"_s}, {u"name"_s, u"阿莫西林"_s}})}, {known});
        const auto another = [&](const QString &column, const QString &text) {
            return shown(readDrugs({drugLine({{column, text}})}, {known}).rejects);
        };

        auto wished = known;
        wished.packPrice = Money{1200};
        wished.name = u"阿莫西林"_s;
        wished.nameInitials = u"initials of 阿莫西林"_s;
        wished.namePinyin = u"pinyin of 阿莫西林"_s;
        QCOMPARE(changed.values, std::vector{wished});
        QCOMPARE(readDrugs({drugLine()}, {known}).values, std::vector{known});
        QCOMPARE(another(u"strength"_s, u"0.5 g"_s), QStringList(u"2 import.fixed strength"_s));
        QCOMPARE(another(u"strength"_s, u"250 mg"_s), QStringList(u"2 import.fixed strength"_s));
        QCOMPARE(another(u"content"_s, u"5 g"_s), QStringList(u"2 import.fixed content"_s));
        QCOMPARE(another(u"smallest_unit"_s, u"g"_s), QStringList(u"2 import.fixed smallest_unit"_s));
    }

    void pricesChangeNothingElse()
    {
        auto drug = readDrugs({drugLine()}).values.front();
        drug.id = anId<Medication>(4);
        const auto reading = readPrices(table(priceColumns(), {u"D1,11.25"_s}), {drug});
        drug.packPrice = Money{1125};
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values, std::vector{drug});
    }

    void priceRejects_data()
    {
        addRejectColumns();
        reject("no code", u",1"_s, u"import.missing"_s, u"code"_s);
        reject("unknown", u"D9,1"_s, u"import.unknown"_s, u"code: D9"_s);
        reject("twice", u"D1,1"_s, u"import.duplicate"_s, u"2"_s);
        reject("no price", u"D2,"_s, u"import.missing"_s, u"pack_price"_s);
        reject("exponent", u"D2,1e3"_s, u"import.price"_s, u"pack_price: 1e3"_s);
        reject("beyond the fen", u"D2,1.001"_s, u"import.price"_s, u"pack_price: 1.001"_s);
    }
    void priceRejects()
    {
        QFETCH(QString, line);
        const auto known = readDrugs({drugLine(), drugLine({{u"code"_s, u"D2"_s}})}).values;
        const auto reading = readPrices(table(priceColumns(), {u"D1,1"_s, line}), known);
        compareReject(reading.rejects);
        QCOMPARE(reading.values.size(), 1U);
    }

    void lotsAreCountedInSmallestUnits()
    {
        const auto reading =
            readLots({u"D1,B-2026/7 甲,2026-11-22,480,西药房 A-3"_s, u"D1,B2,2031-06-30,1,"_s});

        Lot first;
        first.medication = anId<Medication>(4);
        first.lotNumber = u"B-2026/7 甲"_s;
        first.expiry = *Date::parse(u"2026-11-22"_s);
        first.onHand = 480;
        first.location = u"西药房 A-3"_s;
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values.size(), 2U);
        QCOMPARE(reading.values.front(), first);
        QCOMPARE(reading.values.back().onHand, 1);
        QVERIFY(!reading.values.back().location);
    }

    void aLotOnRecordKeepsItsCountAndIsOnlyMoved()
    {
        const auto same = readLots({u"D1,A1,2027-01-31,30,"_s});
        const auto moved = readLots({u"D1,A1,2027-01-31,30,B-1"_s});

        auto wished = aLot();
        wished.location = u"B-1"_s;
        QCOMPARE(same.values, std::vector{aLot()});
        QCOMPARE(moved.values, std::vector{wished});
        QCOMPARE(moved.values.front().reserved, 12);
    }

    void stockRejects_data()
    {
        addRejectColumns();
        reject("no code", u",B2,2027-01-31,1,"_s, u"import.missing"_s, u"code"_s);
        reject("unknown drug", u"D9,B2,2027-01-31,1,"_s, u"import.unknown"_s, u"code: D9"_s);
        reject("no lot", u"D1,,2027-01-31,1,"_s, u"import.missing"_s, u"lot"_s);
        reject("no expiry", u"D1,B2,,1,"_s, u"import.missing"_s, u"expiry"_s);
        reject("expiry", u"D1,B2,31.01.2027,1,"_s, u"import.date"_s, u"expiry: 31.01.2027"_s);
        reject("month only", u"D1,B2,2027-01,1,"_s, u"import.date"_s, u"expiry: 2027-01"_s);
        reject("expired yesterday", u"D1,B2,2026-11-21,1,"_s, u"import.expired"_s, u"expiry: 2026-11-21"_s);
        reject("no quantity", u"D1,B2,2027-01-31,,"_s, u"import.missing"_s, u"quantity"_s);
        reject("nothing", u"D1,B2,2027-01-31,0,"_s, u"import.number"_s, u"quantity: 0"_s);
        reject("less than nothing", u"D1,B2,2027-01-31,-5,"_s, u"import.number"_s, u"quantity: -5"_s);
        reject("part of a tablet", u"D1,B2,2027-01-31,1.5,"_s, u"import.number"_s, u"quantity: 1.5"_s);
        reject("too many", u"D1,B2,2027-01-31,100000001,"_s, u"import.number"_s, u"quantity: 100000001"_s);
        reject("beyond numbers", u"D1,B2,2027-01-31,99999999999999999999,"_s, u"import.number"_s,
               u"quantity: 99999999999999999999"_s);
        reject("twice", u"D1,B1,2028-01-31,2,"_s, u"import.duplicate"_s, u"2"_s);
        reject("on record with another count", u"D1,A1,2027-01-31,31,"_s, u"import.lot-exists"_s, u"30"_s);
        reject("on record with another expiry", u"D1,A1,2027-02-28,30,"_s, u"import.lot-expiry"_s,
               u"2027-01-31"_s);
        reject("too few fields", u"D1,B2,2027-01-31,1"_s, u"import.field-count"_s, u"4"_s);
    }
    void stockRejects()
    {
        QFETCH(QString, line);
        const auto reading = readLots({u"D1,B1,2027-01-31,1,"_s, line});
        compareReject(reading.rejects);
        QCOMPARE(reading.values.size(), 1U);
    }

    void twoDrugsMayHaveOneLotNumber()
    {
        auto other = aLot();
        other.medication = anId<Medication>(5);
        other.onHand = 7;

        const auto reading = readLots({u"D1,A1,2027-01-31,30,"_s}, {aLot(), other});

        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values, std::vector{aLot()});
    }

    void theFirstPasswordIsHeldAgainstEachLogInName()
    {
        const auto file = table(staffColumns(), {u"he.shan,何珊,,,cashier,"_s, u"Willow,柳,,,cashier,"_s});
        const security::PasswordRules rules;

        QVERIFY(checkFirstPassword(file, u"oaks bend 7 times"_s, rules));
        QCOMPARE(checkFirstPassword(file, u"willow bends 7"_s, rules).error().code, u"password.login-name"_s);
        QCOMPARE(checkFirstPassword(file, u"a1"_s, rules).error().code, u"password.short"_s);
    }

    void aRowOfTheScheduleMakesSlotsInTheZoneOfTheClinic()
    {
        const auto reading = readSlots({u"Li.Mingyuan,RESP,2026-11-23,8:00,09:00,30,4"_s,
                                        u"li.mingyuan,GP,2026-11-23,09:00,10:00,60,1"_s});

        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values.size(), 3U);
        const auto &[first, second, third] =
            std::tie(reading.values[0], reading.values[1], reading.values[2]);
        QVERIFY(first.id.isNull());
        QCOMPARE(first.practitioner, anAccount().id);
        QCOMPARE(first.department, aDepartment().id);
        QCOMPARE(first.start, shanghai("2026-11-23T08:00"));
        QCOMPARE(first.end, second.start);
        QCOMPARE(second.end, third.start);
        QCOMPARE(third.end, shanghai("2026-11-23T10:00"));
        QCOMPARE(third.department, anId<Organization>(8));
        QCOMPARE(first.capacity, 4);
        QCOMPARE(third.capacity, 1);
    }

    void aSlotOnRecordGetsAnotherNumberOfPlaces()
    {
        const auto known = aSlot("2026-11-23T08:00", "2026-11-23T08:30");
        const auto reading = readSlots({u"li.mingyuan,RESP,2026-11-23,08:00,09:00,30,6"_s}, {known});

        auto wished = known;
        wished.capacity = 6;
        QCOMPARE(shown(reading.rejects), QStringList());
        QCOMPARE(reading.values.front(), wished);
        QVERIFY(reading.values.back().id.isNull());
    }

    void scheduleRejects_data()
    {
        addRejectColumns();
        const auto row = [](const char *name, const QString &who, const QString &when, const QString &reason,
                            const QString &detail) { reject(name, who + u',' + when, reason, detail); };
        const auto li = u"li.mingyuan,RESP"_s;
        row("nobody", u",RESP"_s, u"2026-11-24,08:00,09:00,30,4"_s, u"import.missing"_s, u"login"_s);
        row("stranger", u"wang,RESP"_s, u"2026-11-24,08:00,09:00,30,4"_s, u"import.unknown"_s,
            u"login: wang"_s);
        row("left", u"left,RESP"_s, u"2026-11-24,08:00,09:00,30,4"_s, u"import.retired"_s, u"login: left"_s);
        row("department", u"li.mingyuan,ENT"_s, u"2026-11-24,08:00,09:00,30,4"_s, u"import.unknown"_s,
            u"department: ENT"_s);
        row("date", li, u"24.11.2026,08:00,09:00,30,4"_s, u"import.date"_s, u"date: 24.11.2026"_s);
        row("no such day", li, u"2026-02-30,08:00,09:00,30,4"_s, u"import.date"_s, u"date: 2026-02-30"_s);
        row("start", li, u"2026-11-24,8,09:00,30,4"_s, u"import.time"_s, u"start: 8"_s);
        row("end", li, u"2026-11-24,08:00,24:00,30,4"_s, u"import.time"_s, u"end: 24:00"_s);
        row("order", li, u"2026-11-24,09:00,09:00,30,4"_s, u"import.time-order"_s, u"end: 09:00"_s);
        row("no minutes", li, u"2026-11-24,08:00,09:00,0,4"_s, u"import.number"_s, u"minutes: 0"_s);
        row("rest", li, u"2026-11-24,08:00,09:00,25,4"_s, u"import.minutes"_s, u"minutes: 25"_s);
        row("places", li, u"2026-11-24,08:00,09:00,30,-1"_s, u"import.number"_s, u"capacity: -1"_s);
        row("same again", li, u"2026-11-23,08:00,08:30,30,4"_s, u"import.overlap"_s, u"2"_s);
        row("inside", li, u"2026-11-23,07:00,13:00,360,4"_s, u"import.overlap"_s, u"2"_s);
        row("on record", li, u"2026-11-23,14:15,14:45,30,4"_s, u"import.overlap"_s, u"2026-11-23 14:00"_s);
        row("other length", li, u"2026-11-23,14:00,14:15,15,4"_s, u"import.overlap"_s, u"2026-11-23 14:00"_s);
        row("other department", u"li.mingyuan,GP"_s, u"2026-11-23,14:00,14:30,30,4"_s, u"import.overlap"_s,
            u"2026-11-23 14:00"_s);
        row("taken places", li, u"2026-11-23,14:00,14:30,30,2"_s, u"import.places"_s, u"3"_s);
    }
    void scheduleRejects()
    {
        QFETCH(QString, line);
        const auto reading = readSlots({u"li.mingyuan,RESP,2026-11-23,08:00,08:30,30,4"_s, line},
                                       {aSlot("2026-11-23T14:00", "2026-11-23T14:30")});
        compareReject(reading.rejects);
        QCOMPARE(reading.values.size(), 1U);
    }

    void aTimeTheClocksSkipIsNoTime()
    {
        auto known = someSchedule();
        known.zone = QTimeZone("Europe/Berlin");
        const auto reading = readSchedule(
            table(scheduleColumns(), {u"li.mingyuan,RESP,2026-03-29,02:30,04:00,30,4"_s}), known);
        QCOMPARE(shown(reading.rejects), QStringList(u"2 import.time start: 02:30"_s));
    }

    void theSpanIsThatOfTheDates()
    {
        const QTimeZone zone("Asia/Shanghai");
        const auto days =
            table(scheduleColumns(),
                  {u"a,b,2026-11-24,x,x,x,x"_s, u"a,b,never,x,x,x,x"_s, u"a,b,2026-11-22,x,x,x,x"_s});
        const auto none = table(scheduleColumns(), {u"a,b,never,x,x,x,x"_s});

        QCOMPARE(spanOf(days, zone).first, shanghai("2026-11-22T00:00"));
        QVERIFY(shanghai("2026-11-24T23:59") < spanOf(days, zone).second);
        QVERIFY(spanOf(days, zone).second < shanghai("2026-11-25T00:00"));
        QVERIFY(spanOf(none, zone).first == spanOf(none, zone).second);
    }

    void rejectsComeInTheOrderOfTheFile()
    {
        const auto reading = readDepartments(
            table(departmentColumns(), {u"/,x,,,1"_s, u"short"_s, u"A,\"x"_s, u"B,x,,,dear"_s}), {});

        QCOMPARE(shown(reading.rejects),
                 (QStringList{u"2 import.code code: /"_s, u"3 import.field-count 1"_s, u"4 import.quote "_s,
                              u"5 import.price registration_fee: dear"_s}));
    }

private:
    /// The third line is the only reject, as the data row says.
    static void compareReject(const std::vector<CsvReject> &rejects)
    {
        QFETCH(QString, reason);
        QFETCH(QString, detail);
        QCOMPARE(shown(rejects), QStringList(u"3 %1 %2"_s.arg(reason, detail)));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReadClinicTables)
#include "test_read_clinic_tables.moc"
