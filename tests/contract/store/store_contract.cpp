#include "contract/store/store_contract.h"

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
    QTest::newRow("part of the mrn") << QStringLiteral("1002") << false;
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

void StoreContract::unknownQueryIsRefused()
{
    const auto world = aWorld(makeStore());
    const auto &type = typeInfo<administration::Patient>();
    const auto answer =
        QCoro::waitFor(world.context.store->select(&type, QStringLiteral("patient/nonsense"), {}));
    QCOMPARE(answer.error().code, QStringLiteral("storage.statement-unknown"));
}

} // namespace simiao::test
