#include "contract/store/store_contract.h"

#include "workflow/ports/audit_queries.h"
#include "workflow/ports/clinic_queries.h"
#include "workflow/ports/device_queries.h"
#include "workflow/ports/history_queries.h"
#include "workflow/ports/library_queries.h"
#include "workflow/ports/setting_queries.h"
#include "workflow/ports/waiting_queries.h"
#include "workflow/ports/withdrawn_queries.h"

namespace simiao::test {

using workflow::Receipt;
using workflow::UnitOfWork;

namespace {

Result<Receipt> commit(const World &world, UnitOfWork work)
{
    return QCoro::waitFor(world.context.store->commit(std::move(work)));
}

UnitOfWork begin(const World &world)
{
    return world.context.begin(world.context.newCommand(), QStringLiteral("test.act"));
}

template <Entity T>
Result<T> loaded(const World &world, Id<T> id)
{
    return QCoro::waitFor(workflow::load(world.context.store, id));
}

template <typename Query, typename... Args>
auto found(const World &world, const Query &query, Args... args)
{
    return QCoro::waitFor(workflow::find(world.context.store, query, args...));
}

administration::Encounter anEncounter(const World &world)
{
    administration::Encounter encounter;
    encounter.id = world.context.newId<administration::Encounter>();
    encounter.visitNumber = encounter.id.toString();
    encounter.patient = world.patient.id;
    encounter.department = world.department.id;
    encounter.practitioner = world.physician.id;
    encounter.start = world.clock->now();
    return encounter;
}

scheduling::QueueTask aQueueTask(const World &world, const administration::Encounter &encounter)
{
    scheduling::QueueTask task;
    task.id = world.context.newId<scheduling::QueueTask>();
    task.encounter = encounter.id;
    task.patient = world.patient.id;
    task.department = world.department.id;
    task.owner = world.physician.id;
    task.day = world.clock->today();
    return task;
}

medications::Prescription aPrescription(const World &world, const administration::Encounter &encounter)
{
    medications::Prescription prescription;
    prescription.id = world.context.newId<medications::Prescription>();
    prescription.number = QStringLiteral("P1");
    prescription.patient = world.patient.id;
    prescription.encounter = encounter.id;
    prescription.author = world.physician.id;
    return prescription;
}

medications::MedicationRequest aLine(const World &world, const medications::Prescription &prescription)
{
    medications::MedicationRequest line;
    line.id = world.context.newId<medications::MedicationRequest>();
    line.prescription = prescription.id;
    line.patient = prescription.patient;
    line.encounter = prescription.encounter;
    line.medication = world.amoxicillin.id;
    line.medicationName = world.amoxicillin.name;
    line.dosage = {world.amoxicillin.defaultDose, QStringLiteral("oral"), QStringLiteral("tid"), 7};
    line.quantity = 42;
    return line;
}

financial::ChargeItem aCharge(const World &world, const administration::Encounter &encounter)
{
    financial::ChargeItem item;
    item.id = world.context.newId<financial::ChargeItem>();
    item.patient = world.patient.id;
    item.encounter = encounter.id;
    item.kind = financial::ChargeKind::Registration;
    item.amount = Money{1500};
    return item;
}

financial::Invoice anInvoice(const World &world, const financial::ChargeItem &item, const QString &number)
{
    financial::Invoice invoice;
    invoice.id = world.context.newId<financial::Invoice>();
    invoice.number = number;
    invoice.patient = item.patient;
    invoice.encounter = item.encounter;
    invoice.lines = {{item.id, item.quantity, item.amount}};
    invoice.cashier = world.physician.id;
    return invoice;
}

} // namespace

void StoreContract::rowsComeBackEqual()
{
    const auto world = aWorld(makeStore());
    auto encounter = anEncounter(world);
    clinical::Composition note;
    note.id = world.context.newId<clinical::Composition>();
    note.patient = world.patient.id;
    note.encounter = encounter.id;
    note.author = world.physician.id;
    note.sections = {
        {QStringLiteral("10154-3"), QStringLiteral("主诉"), QStringLiteral("发热伴咳嗽3天\n𠮷")}};
    clinical::Condition condition;
    condition.id = world.context.newId<clinical::Condition>();
    condition.patient = world.patient.id;
    condition.encounter = encounter.id;
    condition.code = {QString(codesystem::kIcd10Cn), QStringLiteral("J18"),
                      QStringLiteral("肺炎,病原体未特指")};

    QVERIFY(commit(world, begin(world).insert(encounter).insert(note).insert(condition)));

    const auto storedNote = loaded(world, note.id);
    QVERIFY(storedNote);
    QCOMPARE(storedNote->version, 1);
    QCOMPARE(storedNote->recordedAt, world.clock->now());
    QCOMPARE(storedNote->recordedBy, world.physician.id);
    QVERIFY(storedNote->sections == note.sections);
    QVERIFY(!storedNote->signedAt);
    QVERIFY(loaded(world, condition.id)->code == condition.code);
    QVERIFY(loaded(world, world.amoxicillin.id)->strength == world.amoxicillin.strength);
    QVERIFY(!loaded(world, encounter.id)->end);
}

void StoreContract::historiesOfOtherSystemsComeBackEqual()
{
    const auto world = aWorld(makeStore());
    auto patient = *loaded(world, world.patient.id);
    patient.identifiers = std::vector{
        Identifier{QStringLiteral("MR"), QStringLiteral("urn:oid:2.999.1"), QStringLiteral("A-17")}};
    auto visit = anEncounter(world);
    visit.visitNumber.clear();
    visit.department.reset();
    visit.practitioner.reset();
    auto another = visit;
    another.id = world.context.newId<administration::Encounter>();
    clinical::Condition problem;
    problem.id = world.context.newId<clinical::Condition>();
    problem.patient = patient.id;
    problem.clinicalStatus = clinical::ClinicalStatus::Resolved;
    problem.onset = *PartialDateTime::parse(QStringLiteral("2015-03"));
    medications::MedicationStatement drug;
    drug.id = world.context.newId<medications::MedicationStatement>();
    drug.patient = patient.id;
    drug.medication = {QStringLiteral("http://www.whocc.no/atc"), QStringLiteral("C07AB07"),
                       QStringLiteral("Bisoprolol")};
    drug.effectiveStart = world.clock->now();

    QVERIFY(commit(world,
                   begin(world).update(patient).insert(visit).insert(another).insert(problem).insert(drug)));

    QVERIFY(loaded(world, patient.id)->identifiers == patient.identifiers);
    QCOMPARE(found(world, workflow::query::patientsWithIdentifiers)->size(), 1U);
    QVERIFY(!loaded(world, another.id)->department);
    QVERIFY(!loaded(world, problem.id)->encounter);
    QCOMPARE(loaded(world, problem.id)->onset->toIso(), QStringLiteral("2015-03"));
    const auto drugs = found(world, workflow::query::medicationStatementsOfPatient, patient.id);
    QCOMPARE(drugs->size(), 1U);
    QVERIFY(drugs->front().medication == drug.medication);
    QCOMPARE(drugs->front().effectiveStart->instant(), world.clock->now());
}

void StoreContract::absentRowIsNotFound()
{
    const auto world = aWorld(makeStore());
    const auto missing = loaded(world, world.context.newId<administration::Encounter>());
    QCOMPARE(missing.error().code, QStringLiteral("store.not-found"));
}

void StoreContract::updateNeedsTheVersionThatWasRead()
{
    const auto world = aWorld(makeStore());
    auto mine = *loaded(world, world.patient.id);
    auto theirs = mine;
    theirs.phone = QStringLiteral("19900009999");
    QVERIFY(commit(world, begin(world).update(theirs)));

    mine.phone = QStringLiteral("19900000000");
    const auto refused = commit(world, begin(world).update(mine));

    QCOMPARE(refused.error().code, QStringLiteral("store.version"));
    QCOMPARE(loaded(world, world.patient.id)->phone, theirs.phone);
    QCOMPARE(loaded(world, world.patient.id)->version, 2);
}

/// Stores may keep what is asked for by id, and the value that was made of it.
void StoreContract::rowThatIsReadOftenIsAsItWasLastWritten()
{
    const auto world = aWorld(makeStore());
    const auto id = world.amoxicillin.id;
    auto drug = *loaded(world, id);
    auto older = drug;
    QCOMPARE(loaded(world, id)->name, drug.name);
    QCOMPARE(loaded(world, id)->name, drug.name);

    drug.name = QStringLiteral("阿莫西林胶囊(改)");
    drug.strength.unit = QStringLiteral("g");
    QVERIFY(commit(world, begin(world).update(drug)));

    QCOMPARE(loaded(world, id)->name, drug.name);
    QCOMPARE(loaded(world, id)->strength.unit, QStringLiteral("g"));
    older.name = QStringLiteral("不成");
    QVERIFY(!commit(world, begin(world).update(older)));
    QCOMPARE(loaded(world, id)->name, drug.name);
    QCOMPARE(loaded(world, id)->version, 2);
}

void StoreContract::failingStepLeavesNothingBehind()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    auto stale = *loaded(world, world.patient.id);
    stale.version = 5;

    const auto refused = commit(world, begin(world).insert(encounter).update(stale));

    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(loaded(world, encounter.id).error().code, QStringLiteral("store.not-found"));
}

void StoreContract::sameCommandTwiceGivesTheFirstReceipt()
{
    const auto world = aWorld(makeStore());
    const auto command = world.context.newCommand();
    const auto act = QStringLiteral("test.act");
    QCOMPARE(QCoro::waitFor(world.context.store->receiptOf(command)).value(), std::nullopt);
    const auto first =
        commit(world, world.context.begin(command, act).apply(workflow::effect::bookSlot, world.slot.id));

    const auto second =
        commit(world, world.context.begin(command, act).apply(workflow::effect::bookSlot, world.slot.id));

    QVERIFY(first && second);
    QVERIFY(*first == *second);
    QVERIFY(QCoro::waitFor(world.context.store->receiptOf(command)).value() == *first);
    QCOMPARE(loaded(world, world.slot.id)->booked, 1);
}

void StoreContract::numbersRunWithoutGapAndAreFormatted()
{
    const auto world = aWorld(makeStore());
    QStringList visits;
    std::vector<int> queue;
    for (int i = 0; i < 3; ++i) {
        const auto encounter = anEncounter(world);
        const auto task = aQueueTask(world, encounter);
        auto work = begin(world);
        work.insert(encounter).numbered(&administration::Encounter::visitNumber,
                                        {QStringLiteral("visit/20261122"), QStringLiteral("20261122"), 4});
        work.insert(task).numbered(&scheduling::QueueTask::number,
                                   {QStringLiteral("queue/RESP/20261122"), {}, 0});
        QVERIFY(commit(world, work));
        visits.append(loaded(world, encounter.id)->visitNumber);
        queue.push_back(loaded(world, task.id)->number);
    }
    QCOMPARE(visits,
             QStringList({QStringLiteral("202611220001"), QStringLiteral("202611220002"),
                          QStringLiteral("202611220003")}));
    QVERIFY((queue == std::vector{1, 2, 3}));
}

void StoreContract::slotNeverOverbooks()
{
    const auto world = aWorld(makeStore());
    const auto book = [&world] {
        return commit(world, begin(world).apply(workflow::effect::bookSlot, world.slot.id));
    };
    QVERIFY(book());
    QVERIFY(book());

    QCOMPARE(book().error().code, QStringLiteral("slot.full"));
    QCOMPARE(loaded(world, world.slot.id)->booked, 2);
}

void StoreContract::stockNeverFallsBelowZero()
{
    const auto world = aWorld(makeStore());
    const auto lot = world.firstLot.id;
    const auto reserve = [&](qint64 n) {
        return commit(world, begin(world).apply(workflow::effect::reserveLot, lot, n));
    };
    const auto take = [&](qint64 n) {
        return commit(world, begin(world).apply(workflow::effect::takeFromLot, lot, n));
    };

    QCOMPARE(take(1).error().code, QStringLiteral("stock.insufficient"));
    QCOMPARE(reserve(31).error().code, QStringLiteral("stock.insufficient"));
    QCOMPARE(reserve(0).error().code, QStringLiteral("stock.insufficient"));
    QVERIFY(reserve(20));
    QCOMPARE(reserve(11).error().code, QStringLiteral("stock.insufficient"));
    QVERIFY(take(20));
    QCOMPARE(loaded(world, lot)->onHand, 10);
    QCOMPARE(loaded(world, lot)->reserved, 0);
}

void StoreContract::uniqueKeysAreNamed()
{
    const auto world = aWorld(makeStore());
    auto twin = world.patient;
    twin.id = world.context.newId<administration::Patient>();
    twin.mrn = QStringLiteral("100239");

    const auto refused = commit(world, begin(world).insert(twin));

    QCOMPARE(refused.error().code, QStringLiteral("store.unique"));
    QVERIFY(refused.error().detail.contains(QStringLiteral("patient")));

    twin.identityNumber.clear();
    QVERIFY(commit(world, begin(world).insert(twin)));
}

void StoreContract::chargeIsSettledOnce()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    const auto item = aCharge(world, encounter);
    QVERIFY(commit(world, begin(world).insert(encounter).insert(item)));
    QCOMPARE(found(world, workflow::query::encountersToPay)->size(), 1U);

    const auto paid = commit(world, begin(world).insert(anInvoice(world, item, QStringLiteral("R1"))));
    QVERIFY2(paid, qPrintable(logLine(paid ? Error{} : paid.error())));
    const auto again = commit(world, begin(world).insert(anInvoice(world, item, QStringLiteral("R2"))));

    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(found(world, workflow::query::openCharges, encounter.id)->empty());
    QVERIFY(found(world, workflow::query::encountersToPay)->empty());
    QCOMPARE(found(world, workflow::query::invoicesOfEncounter, encounter.id)->size(), 1U);
}

void StoreContract::whatWasWithdrawnIsNotToBePaid()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    auto prescription = aPrescription(world, encounter);
    prescription.status = medications::PrescriptionStatus::Reviewed;
    auto item = aCharge(world, encounter);
    item.prescription = prescription.id;
    QVERIFY(commit(world, begin(world).insert(encounter).insert(prescription).insert(item)));
    QCOMPARE(found(world, workflow::query::openCharges, encounter.id)->size(), 1U);

    prescription.version = 1;
    prescription.status = medications::PrescriptionStatus::Cancelled;
    QVERIFY(commit(world, begin(world).update(prescription)));

    QVERIFY(found(world, workflow::query::openCharges, encounter.id)->empty());
    QVERIFY(found(world, workflow::query::encountersToPay)->empty());
}

void StoreContract::changeFeedAnnouncesAfterTheCommit()
{
    const auto world = aWorld(makeStore());
    std::vector<Receipt> heard;
    QObject::connect(world.context.store->changes(), &workflow::ChangeFeed::committed, this,
                     [&heard](const Receipt &receipt) { heard.push_back(receipt); });
    const auto encounter = anEncounter(world);

    QVERIFY(commit(world, begin(world).insert(encounter)));
    QVERIFY(commit(world, begin(world)));

    QCOMPARE(heard.size(), 1U);
    QVERIFY(workflow::touches<administration::Encounter>(heard.front()));
    QVERIFY(!workflow::touches<administration::Patient>(heard.front()));
}

void StoreContract::findsPatientsByNamePinyinNumberAndPhoneTail_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("name") << QStringLiteral("张") << true;
    QTest::newRow("initials") << QStringLiteral("ZW") << true;
    QTest::newRow("pinyin") << QStringLiteral("zhangw") << true;
    QTest::newRow("mrn") << QStringLiteral("100238") << true;
    QTest::newRow("identity number") << QStringLiteral("110199198103140110") << true;
    QTest::newRow("phone tail") << QStringLiteral("0001") << true;
    QTest::newRow("short phone tail") << QStringLiteral("001") << false;
    QTest::newRow("beginning of the mrn") << QStringLiteral("1002") << true;
    QTest::newRow("end of the mrn") << QStringLiteral("0238") << false;
    QTest::newRow("inside the name") << QStringLiteral("伟") << true;
    QTest::newRow("wildcard") << QStringLiteral("%") << false;
    QTest::newRow("other") << QStringLiteral("李") << false;
    QTest::newRow("wildcard is no wildcard") << QStringLiteral("%") << false;
}

void StoreContract::findsPatientsByNamePinyinNumberAndPhoneTail()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    const auto world = aWorld(makeStore());
    const auto patients = found(world, workflow::query::patientSearch, text, 20);
    QVERIFY(patients);
    QCOMPARE(!patients->empty(), isFound);
}

void StoreContract::storesHostileTextVerbatim_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote") << QStringLiteral("'; drop table patient; --");
    QTest::newRow("wildcards") << QStringLiteral("%_\\");
    QTest::newRow("right to left") << QStringLiteral("\u202eabc \u0645\u0631\u064a\u0636");
    QTest::newRow("placeholders") << QStringLiteral(":id ? %1 {}");
    QTest::newRow("one megabyte") << QString(1024 * 1024, u'长');
    QTest::newRow("empty") << QStringLiteral("");
    QTest::newRow("beyond the basic plane") << QStringLiteral("𠮷野家👩");
}

void StoreContract::storesHostileTextVerbatim()
{
    QFETCH(QString, text);
    const auto world = aWorld(makeStore());
    auto patient = *loaded(world, world.patient.id);
    patient.address = text;

    QVERIFY(commit(world, begin(world).update(patient)));

    QCOMPARE(loaded(world, patient.id)->address, text);
}

void StoreContract::queueIsOrderedByNumber()
{
    const auto world = aWorld(makeStore());
    for (const int number : {3, 1, 2}) {
        const auto encounter = anEncounter(world);
        auto task = aQueueTask(world, encounter);
        task.number = number;
        QVERIFY(commit(world, begin(world).insert(encounter).insert(task)));
    }

    const auto queue = found(world, workflow::query::queueOfDay, world.department.id, world.clock->today());

    QVERIFY(queue);
    QCOMPARE(queue->size(), 3U);
    QCOMPARE((*queue)[0].number, 1);
    QCOMPARE((*queue)[2].number, 3);
    QCOMPARE(
        found(world, workflow::query::patientsInQueue, world.department.id, world.clock->today())->size(),
        3U);
}

void StoreContract::slotsOfAllDepartmentsAreFoundByTime()
{
    const auto world = aWorld(makeStore());
    auto elsewhere = world.department;
    elsewhere.id = world.context.newId<administration::Organization>();
    elsewhere.code = QStringLiteral("GP");
    auto next = world.slot;
    next.id = world.context.newId<scheduling::Slot>();
    next.department = elsewhere.id;
    next.start = world.slot.end;
    next.end = next.start.plusSeconds(1800);
    QVERIFY(commit(world, begin(world).insert(elsewhere).insert(next)));
    const auto between = [&](Instant from, Instant until) {
        const auto slots = *found(world, workflow::query::slotsTouching, from, until);
        std::vector<Id<scheduling::Slot>> ids;
        for (const auto &slot : slots)
            ids.push_back(slot.id);
        return ids;
    };

    QCOMPARE(between(world.slot.start.plusSeconds(60), world.slot.end), std::vector{world.slot.id});
    QCOMPARE(between(world.slot.start, next.end), (std::vector{world.slot.id, next.id}));
    QCOMPARE(between(next.start, next.start.plusSeconds(1)), std::vector{next.id});
    QVERIFY(between(next.end, next.end.plusSeconds(60)).empty());
}

void StoreContract::whatWasWithdrawnIsFoundByWhenItWas()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    const auto now = world.clock->now();
    const auto withdrawn = [&](const QString &number, std::optional<Instant> signedAt, qint64 secondsAgo) {
        auto prescription = aPrescription(world, encounter);
        prescription.number = number;
        prescription.authoredOn = signedAt;
        prescription.status = medications::PrescriptionStatus::Cancelled;
        world.clock->advanceSeconds(-secondsAgo);
        const bool isStored = bool(commit(world, begin(world).insert(prescription)));
        world.clock->advanceSeconds(secondsAgo);
        return isStored ? prescription.id : Id<medications::Prescription>();
    };
    QVERIFY(commit(world, begin(world).insert(encounter)));
    const auto later = withdrawn(QStringLiteral("P1"), now, 0);
    const auto sooner = withdrawn(QStringLiteral("P2"), now, 60);
    withdrawn(QStringLiteral("P3"), now, 100'000);
    withdrawn(QStringLiteral("P4"), now.plusSeconds(-1'000'000), 0);
    withdrawn(QStringLiteral("P5"), std::nullopt, 0);
    auto held = aPrescription(world, encounter);
    held.number = QStringLiteral("P6");
    held.authoredOn = now;
    QVERIFY(commit(world, begin(world).insert(held)));

    const auto rows = found(world, workflow::query::prescriptionsWithdrawn, now.plusSeconds(-300'000),
                            now.plusSeconds(-86'400));

    QVERIFY(rows);
    QCOMPARE(rows->size(), 2U);
    QCOMPARE(rows->front().id, sooner);
    QCOMPARE(rows->back().id, later);
}

void StoreContract::linesThatWereCancelledAreFoundApart()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    const auto prescription = aPrescription(world, encounter);
    auto held = aLine(world, prescription);
    auto cancelled = aLine(world, prescription);
    held.line = 1;
    cancelled.line = 2;
    cancelled.status = medications::MedicationRequestStatus::Cancelled;
    QVERIFY(
        commit(world, begin(world).insert(encounter).insert(prescription).insert(held).insert(cancelled)));

    const auto inForce = found(world, workflow::query::linesOfPrescription, prescription.id);
    const auto struck = found(world, workflow::query::cancelledLinesOfPrescription, prescription.id);

    QVERIFY(inForce && struck);
    QCOMPARE(inForce->size(), 1U);
    QCOMPARE(inForce->front().id, held.id);
    QCOMPARE(struck->size(), 1U);
    QCOMPARE(struck->front().id, cancelled.id);
}

void StoreContract::theSlotThatEndsLastIsFound()
{
    const auto world = aWorld(makeStore());
    const auto latest = [&] { return found(world, workflow::query::latestSlot); };
    QCOMPARE(latest()->front().id, world.slot.id);
    auto earlier = world.slot;
    earlier.id = world.context.newId<scheduling::Slot>();
    earlier.end = world.slot.start;
    earlier.start = earlier.end.plusSeconds(-1800);
    auto later = world.slot;
    later.id = world.context.newId<scheduling::Slot>();
    later.start = world.slot.end;
    later.end = later.start.plusSeconds(1800);

    QVERIFY(commit(world, begin(world).insert(later).insert(earlier)));

    QCOMPARE(latest()->size(), 1U);
    QCOMPARE(latest()->front().id, later.id);
}

void StoreContract::lotsOfAllDrugsAreFoundWhereTheyLie()
{
    const auto world = aWorld(makeStore());
    auto other = world.amoxicillin;
    other.id = world.context.newId<medications::Medication>();
    other.code = QStringLiteral("D2");
    auto lot = world.firstLot;
    lot.id = world.context.newId<medications::Lot>();
    lot.medication = other.id;
    lot.location = QStringLiteral("西药房 A-3");
    QVERIFY(commit(world, begin(world).insert(other).insert(lot)));

    const auto lots = *found(world, workflow::query::lots);

    QCOMPARE(lots.size(), 3U);
    const auto stored = std::ranges::find(lots, lot.id, &medications::Lot::id);
    QVERIFY(stored != lots.end());
    QCOMPARE(stored->location, lot.location);
    QVERIFY(!std::ranges::find(lots, world.firstLot.id, &medications::Lot::id)->location);
}

void StoreContract::trailIsReadByPatientPersonAndPage()
{
    const auto world = aWorld(makeStore());
    const auto act = [&](const char *name, std::optional<Id<administration::Patient>> patient) {
        QVERIFY(commit(world,
                       world.context.begin(world.context.newCommand(), QString::fromLatin1(name), patient)));
    };
    act("test.look", world.patient.id);
    act("test.other", {});
    act("test.look", world.patient.id);
    const auto store = world.context.store;
    const QString patient = world.patient.id.toString();
    const QString agent = world.context.session.account.toString();

    const auto ofPatient =
        *QCoro::waitFor(workflow::find(store, workflow::query::auditOfPatient, patient, 10));
    const auto ofAgent = *QCoro::waitFor(workflow::find(store, workflow::query::auditOfAgent, agent, 1));
    const auto others = *QCoro::waitFor(workflow::find(store, workflow::query::auditPage, qint64(1000),
                                                       QStringLiteral("test.other"), {}, {}, {}, 10));
    const auto older = *QCoro::waitFor(workflow::find(store, workflow::query::auditPage,
                                                      ofPatient.front().sequence, {}, {}, patient, {}, 10));

    QCOMPARE(ofPatient.size(), 2U);
    QVERIFY(ofPatient.front().sequence > ofPatient.back().sequence);
    QVERIFY(ofPatient.front().event.contains(QStringLiteral("\"act\":\"test.look\"")));
    QCOMPARE(ofAgent.size(), 1U);
    QCOMPARE(ofAgent.front().sequence, ofPatient.front().sequence);
    QCOMPARE(others.size(), 1U);
    QCOMPARE(older.size(), 1U);
    QCOMPARE(older.front().sequence, ofPatient.back().sequence);
}

void StoreContract::settingsComeInTheOrderInWhichTheyWin()
{
    using administration::Setting;
    using administration::SettingLevel;
    const auto world = aWorld(makeStore());
    const auto setting = [&](SettingLevel level, const char *value) {
        Setting row;
        row.id = world.context.newId<Setting>();
        row.level = level;
        row.key = QStringLiteral("ui.density");
        row.value = QString::fromLatin1(value);
        return row;
    };
    auto own = setting(SettingLevel::User, "own");
    own.account = world.physician.id;
    auto anothers = setting(SettingLevel::User, "another's");
    anothers.account = world.context.newId<security::Account>();
    auto departments = setting(SettingLevel::Department, "department's");
    departments.department = world.department.id;
    const auto hospitals = setting(SettingLevel::Hospital, "hospital's");
    auto stranger = world.physician;
    stranger.id = *anothers.account;
    stranger.loginName = QStringLiteral("stranger");
    QVERIFY(commit(
        world,
        begin(world).insert(stranger).insert(own).insert(anothers).insert(departments).insert(hospitals)));

    const auto rows = *QCoro::waitFor(workflow::find(world.context.store, workflow::query::settingsOfSession,
                                                     std::optional(world.department.id), world.physician.id));

    QStringList values;
    for (const auto &row : rows)
        values.append(row.value);
    QCOMPARE(
        values,
        (QStringList{QStringLiteral("hospital's"), QStringLiteral("department's"), QStringLiteral("own")}));
}

void StoreContract::whoWaitsIsFoundInAllDepartments()
{
    using scheduling::TaskStatus;
    const auto world = aWorld(makeStore());
    auto elsewhere = world.department;
    elsewhere.id = world.context.newId<administration::Organization>();
    elsewhere.code = QStringLiteral("GP");
    auto other = world.patient;
    other.id = world.context.newId<administration::Patient>();
    other.mrn = QStringLiteral("100239");
    other.identityNumber.clear();
    QVERIFY(commit(world, begin(world).insert(elsewhere).insert(other)));
    const auto queue = [&](const administration::Organization &department, int number, TaskStatus status,
                           const administration::Patient &patient, int daysLater = 0) {
        auto encounter = anEncounter(world);
        encounter.department = department.id;
        auto task = aQueueTask(world, encounter);
        task.department = department.id;
        task.patient = patient.id;
        task.number = number;
        task.status = status;
        task.day = world.clock->today().plusDays(daysLater);
        QVERIFY(commit(world, begin(world).insert(encounter).insert(task)));
    };
    queue(world.department, 2, TaskStatus::Requested, world.patient);
    queue(world.department, 1, TaskStatus::InProgress, world.patient);
    queue(elsewhere, 1, TaskStatus::Requested, world.patient);
    queue(elsewhere, 2, TaskStatus::OnHold, other);
    queue(elsewhere, 3, TaskStatus::Completed, other);
    queue(elsewhere, 4, TaskStatus::Requested, other, 1);

    const auto tasks = *found(world, workflow::query::tasksWaitingOn, world.clock->today());
    const auto patients = *found(world, workflow::query::patientsWaitingOn, world.clock->today());

    std::vector<std::pair<QString, int>> places;
    for (const auto &task : tasks)
        places.emplace_back(loaded(world, task.department)->code, task.number);
    QVERIFY((places
             == std::vector<std::pair<QString, int>>{
                 {QStringLiteral("GP"), 1}, {QStringLiteral("RESP"), 1}, {QStringLiteral("RESP"), 2}}));
    QCOMPARE(patients.size(), 1U);
    QCOMPARE(patients.front().id, world.patient.id);
}

void StoreContract::choicesUnderOneKeyAreFound()
{
    using administration::Setting;
    using administration::SettingLevel;
    const auto world = aWorld(makeStore());
    auto work = begin(world);
    for (const auto level : {SettingLevel::Department, SettingLevel::Hospital}) {
        for (const auto *key : {"display.mask-names", "ui.density"}) {
            Setting row;
            row.id = world.context.newId<Setting>();
            row.level = level;
            row.key = QString::fromLatin1(key);
            row.value = codeOf(level);
            if (level == SettingLevel::Department)
                row.department = world.department.id;
            work.insert(row);
        }
    }
    QVERIFY(commit(world, work));

    const auto rows = *found(world, workflow::query::settingsUnderKey, QStringLiteral("display.mask-names"));

    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].value, QStringLiteral("hospital"));
    QCOMPARE(rows[1].value, QStringLiteral("department"));
}

void StoreContract::versionsOfRulesComeInTheirOrderAndTheActiveOneIsFound()
{
    using namespace administration;
    const auto world = aWorld(makeStore());
    const auto version = [&](const char *name, const char *release) {
        world.clock->advanceSeconds(1);
        Library row;
        row.id = world.context.newId<Library>();
        row.name = QString::fromLatin1(name);
        row.release = QString::fromLatin1(release);
        row.content = QStringLiteral("{\n  \"标题\": \"过敏规则\"\n}\n");
        row.validTo = world.clock->today();
        row.history = {{LibraryAct::Install, world.clock->now(), world.physician.id, QStringLiteral("审核")}};
        return row;
    };
    const auto terms = version("dosage-terms", "1");
    auto older = version("allergy-rules", "2");
    const auto newer = version("allergy-rules", "1");
    QVERIFY(commit(world, begin(world).insert(terms).insert(older).insert(newer)));
    older.version = 1;
    older.status = PublicationStatus::Active;
    older.history.push_back({LibraryAct::Activate, world.clock->now(), world.physician.id, {}});
    QVERIFY(commit(world, begin(world).update(older)));

    const auto all = *found(world, workflow::query::libraries);
    const auto rules = *found(world, workflow::query::librariesOfName, QStringLiteral("allergy-rules"));
    const auto active = *found(world, workflow::query::activeLibrary, QStringLiteral("allergy-rules"));
    const auto twice = commit(world, begin(world).insert(version("allergy-rules", "2")));

    QCOMPARE(all.size(), 3U);
    QCOMPARE(all[2].name, QStringLiteral("dosage-terms"));
    QCOMPARE(rules.size(), 2U);
    QCOMPARE(rules[1].id, newer.id); // installed last
    QCOMPARE(active.size(), 1U);
    QCOMPARE(active[0].content, older.content);
    QVERIFY(active[0].history == older.history);
    QVERIFY(active[0].validTo == older.validTo);
    QVERIFY(found(world, workflow::query::activeLibrary, QStringLiteral("dosage-terms"))->empty());
    QCOMPARE(twice.error().code, QStringLiteral("store.unique"));
}

void StoreContract::devicesComeByDeskAndUse()
{
    using administration::DeskDevice;
    using administration::DeviceRole;
    const auto world = aWorld(makeStore());
    const auto device = [&](const char *desk, DeviceRole role) {
        DeskDevice row;
        row.id = world.context.newId<DeskDevice>();
        row.workstation = QString::fromLatin1(desk);
        row.role = role;
        row.deviceName = QStringLiteral("打印机 2");
        row.paperWidthTenthMm = 1480;
        row.paperHeightTenthMm = 2100;
        row.offsetXTenthMm = -15;
        row.orientation = administration::PaperOrientation::Landscape;
        row.isActive = false;
        return row;
    };
    const auto label = device("front-2", DeviceRole::Label);
    auto work = begin(world);
    work.insert(label).insert(device("front-2", DeviceRole::Invoice));
    work.insert(device("front-1", DeviceRole::Scanner));
    QVERIFY(commit(world, work));

    const auto ofOne = *found(world, workflow::query::devicesOfWorkstation, QStringLiteral("front-2"));
    const auto ofAll = *found(world, workflow::query::deskDevices);
    const auto twice = commit(world, begin(world).insert(device("front-2", DeviceRole::Label)));

    QCOMPARE(ofOne.size(), 2U);
    QVERIFY(ofOne[0].role == DeviceRole::Invoice);
    QCOMPARE(ofAll.size(), 3U);
    QCOMPARE(ofAll[0].workstation, QStringLiteral("front-1"));
    auto expected = label;
    expected.version = 1;
    expected.recordedAt = world.clock->now();
    expected.recordedBy = world.physician.id;
    expected.site = ofOne[1].site;
    QVERIFY(ofOne[1] == expected);
    QCOMPARE(twice.error().code, QStringLiteral("store.unique"));
    QCOMPARE(twice.error().detail, QStringLiteral("desk_device.workstation, desk_device.role"));
}

void StoreContract::unknownQueryIsRefused()
{
    const auto world = aWorld(makeStore());
    constexpr workflow::Query<administration::Patient> kNonsense{"patient/nonsense", {}};
    const auto answer = found(world, kNonsense);
    QCOMPARE(answer.error().code, QStringLiteral("storage.statement-unknown"));
}

void StoreContract::whatWasEnteredInErrorOrCancelledIsNotFoundAgain()
{
    const auto world = aWorld(makeStore());
    const auto encounter = anEncounter(world);
    const auto task = aQueueTask(world, encounter);
    clinical::AllergyIntolerance allergy;
    allergy.id = world.context.newId<clinical::AllergyIntolerance>();
    allergy.patient = world.patient.id;
    allergy.substance = QStringLiteral("青霉素");
    allergy.furtherReactions = std::vector{QStringLiteral("rash")};
    allergy.verification = clinical::AllergyVerification::Unconfirmed;
    allergy.onset = *PartialDateTime::parse(QStringLiteral("2015-03"));
    auto error = allergy;
    error.id = world.context.newId<clinical::AllergyIntolerance>();
    error.verification = clinical::AllergyVerification::EnteredInError;
    error.errorReason = QStringLiteral("wrong patient");
    medications::Prescription prescription;
    prescription.id = world.context.newId<medications::Prescription>();
    prescription.patient = world.patient.id;
    prescription.encounter = encounter.id;
    prescription.author = world.physician.id;
    prescription.answer = QStringLiteral("shorter now");
    medications::MedicationRequest line;
    line.id = world.context.newId<medications::MedicationRequest>();
    line.prescription = prescription.id;
    line.patient = world.patient.id;
    line.encounter = encounter.id;
    line.medication = world.amoxicillin.id;
    line.status = medications::MedicationRequestStatus::Active;
    line.dosage.maxDoses = 6;
    auto cancelled = line;
    cancelled.id = world.context.newId<medications::MedicationRequest>();
    cancelled.status = medications::MedicationRequestStatus::Cancelled;

    auto work = begin(world);
    work.insert(encounter).insert(task).insert(allergy).insert(error);
    QVERIFY(commit(world, work.insert(prescription).insert(line).insert(cancelled)));

    const auto allergies = found(world, workflow::query::allergiesOfPatient, world.patient.id);
    QCOMPARE(allergies->size(), 1U);
    QVERIFY(allergies->front().furtherReactions == allergy.furtherReactions);
    QCOMPARE(allergies->front().onset->toIso(), QStringLiteral("2015-03"));
    QCOMPARE(loaded(world, error.id)->errorReason, error.errorReason);
    const auto lines = found(world, workflow::query::linesOfPrescription, prescription.id);
    QCOMPARE(lines->size(), 1U);
    QCOMPARE(lines->front().dosage.maxDoses, 6);
    QCOMPARE(found(world, workflow::query::prescriptionsOfEncounter, encounter.id)->front().answer,
             prescription.answer);
    QCOMPARE(found(world, workflow::query::taskOfEncounter, encounter.id)->front().id, task.id);
}

void StoreContract::severalQuestionsAreAnsweredAtOnce()
{
    const auto world = aWorld(makeStore());
    const auto other = anEncounter(world);
    const auto visit = anEncounter(world);
    QVERIFY(commit(world, begin(world).insert(visit).insert(other)));

    const auto answers =
        QCoro::waitFor(workflow::ask(world.context.store, workflow::one(world.patient.id),
                                     workflow::all(workflow::query::encountersOfPatient, world.patient.id),
                                     workflow::several(std::vector{other.id, visit.id, other.id})));

    QVERIFY(answers);
    const auto &[patient, encounters, wanted] = *answers;
    QCOMPARE(patient.mrn, world.patient.mrn);
    QCOMPARE(encounters.size(), 2U);
    QCOMPARE(wanted.size(), 3U);
    QVERIFY(wanted[0].id == other.id && wanted[1].id == visit.id && wanted[2].id == other.id);
}

void StoreContract::oneMissingRowIsNamedAmongSeveralQuestions()
{
    const auto world = aWorld(makeStore());
    const auto absent = world.context.newId<administration::Encounter>();

    const auto answers = QCoro::waitFor(
        workflow::ask(world.context.store, workflow::one(world.patient.id), workflow::one(absent)));

    QCOMPARE(answers.error().code, QStringLiteral("store.not-found"));
    QCOMPARE(answers.error().detail, QStringLiteral("encounter"));
}

namespace {

/// Books a place for the patient of the world, when the rows say that there is one left.
Result<Receipt> decideBooking(const World &world, Uuid command, Id<scheduling::Slot> wanted)
{
    const auto context = world.context;
    const auto patientId = world.patient.id;
    return QCoro::waitFor(context.store->decide(
        command, [context, command, wanted, patientId](workflow::Reader &rows) -> Result<UnitOfWork> {
            TRY(const auto slot, rows.get(workflow::one(wanted)));
            TRY(const auto patient, rows.get(workflow::one(patientId)));
            TRY(const auto visits, rows.get(workflow::all(workflow::query::encountersOfPatient, patient.id)));
            if (slot.booked == slot.capacity || !visits.empty())
                return Error{ErrorKind::Conflict, QStringLiteral("slot.full"), patient.mrn};
            administration::Encounter visit;
            visit.id = context.newId<administration::Encounter>();
            visit.visitNumber = patient.mrn;
            visit.patient = patient.id;
            visit.department = slot.department;
            visit.practitioner = context.session.account;
            visit.start = context.clock->now();
            auto work = context.begin(command, QStringLiteral("test.act"));
            work.apply(workflow::effect::bookSlot, slot.id).insert(visit);
            return work;
        }));
}

} // namespace

void StoreContract::whatIsDecidedFromRowsIsStored()
{
    const auto world = aWorld(makeStore());
    std::vector<Receipt> announced;
    QObject::connect(world.context.store->changes(), &workflow::ChangeFeed::committed, this,
                     [&announced](const Receipt &receipt) { announced.push_back(receipt); });

    const auto receipt = decideBooking(world, world.context.newCommand(), world.slot.id);

    QVERIFY(receipt);
    QCOMPARE(loaded(world, world.slot.id)->booked, 1);
    const auto visits = found(world, workflow::query::encountersOfPatient, world.patient.id);
    QCOMPARE(visits->size(), 1U);
    QCOMPARE(visits->front().visitNumber, world.patient.mrn);
    QCOMPARE(announced.size(), 1U);
    QVERIFY(announced.front() == *receipt);
}

void StoreContract::refusedDecisionStoresNothing()
{
    const auto world = aWorld(makeStore());
    QVERIFY(commit(world, begin(world).insert(anEncounter(world))));
    const auto command = world.context.newCommand();

    const auto refused = decideBooking(world, command, world.slot.id);

    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().detail, world.patient.mrn);
    QCOMPARE(loaded(world, world.slot.id)->booked, 0);
    QCOMPARE(QCoro::waitFor(world.context.store->receiptOf(command)).value(), std::nullopt);
}

void StoreContract::decisionFromAMissingRowIsNotFound()
{
    const auto world = aWorld(makeStore());

    const auto refused =
        decideBooking(world, world.context.newCommand(), world.context.newId<scheduling::Slot>());

    QCOMPARE(refused.error().code, QStringLiteral("store.not-found"));
    QCOMPARE(refused.error().detail, QStringLiteral("slot"));
}

void StoreContract::repeatedDecisionGivesTheFirstReceiptWhateverItSaysNow()
{
    const auto world = aWorld(makeStore());
    const auto command = world.context.newCommand();
    const auto first = decideBooking(world, command, world.slot.id);

    const auto again = decideBooking(world, command, world.slot.id); // now the patient has a visit

    QVERIFY(first && again);
    QVERIFY(*again == *first);
    QCOMPARE(loaded(world, world.slot.id)->booked, 1);
}

} // namespace simiao::test
