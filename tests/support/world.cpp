#include "support/world.h"

#include "support/in_the_end.h"

#include <QtGlobal>

namespace simiao::test {

namespace {

Decimal decimal(const char *text)
{
    return *Decimal::parse(QString::fromLatin1(text));
}

administration::Organization aDepartment(const workflow::Context &context)
{
    administration::Organization department;
    department.id = context.newId<administration::Organization>();
    department.code = QStringLiteral("RESP");
    department.name = QStringLiteral("呼吸内科");
    department.nameEn = QStringLiteral("Respiratory medicine");
    department.registrationFee = Money{1500};
    return department;
}

security::Account aPhysician(const workflow::Context &context, Id<administration::Organization> department)
{
    security::Account account;
    account.id = context.newId<security::Account>();
    account.loginName = QStringLiteral("li.mingyuan");
    account.name = QStringLiteral("李明远");
    account.roles = {QStringLiteral("physician")};
    account.department = department;
    return account;
}

administration::Patient aPatient(const workflow::Context &context)
{
    administration::Patient patient;
    patient.id = context.newId<administration::Patient>();
    patient.mrn = QStringLiteral("100238");
    patient.name = QStringLiteral("张伟");
    patient.nameInitials = QStringLiteral("zw");
    patient.namePinyin = QStringLiteral("zhangwei");
    patient.gender = administration::Gender::Male;
    patient.birthDate = *Date::parse(QStringLiteral("1981-03-14"));
    patient.identityNumber = QStringLiteral("110199198103140110");
    patient.phone = QStringLiteral("19900000001");
    patient.allergyStatus = administration::AllergyStatus::NoneKnown;
    return patient;
}

scheduling::Slot aSlot(const workflow::Context &context, const World &world)
{
    scheduling::Slot slot;
    slot.id = context.newId<scheduling::Slot>();
    slot.practitioner = world.physician.id;
    slot.department = world.department.id;
    slot.start = world.clock->now();
    slot.end = slot.start.plusSeconds(1800);
    slot.capacity = 2;
    return slot;
}

medications::Medication anAmoxicillin(const workflow::Context &context)
{
    medications::Medication drug;
    drug.id = context.newId<medications::Medication>();
    drug.code = QStringLiteral("DRUG0001");
    drug.name = QStringLiteral("阿莫西林胶囊");
    drug.nameEn = QStringLiteral("Amoxicillin capsules");
    drug.nameInitials = QStringLiteral("amxljn");
    drug.strength = {decimal("0.25"), QStringLiteral("g")};
    drug.smallestUnit = QStringLiteral("粒");
    drug.packQuantity = 24;
    drug.packUnit = QStringLiteral("盒");
    drug.packPrice = Money{1080};
    drug.allergyClasses = {QStringLiteral("penicillins")};
    drug.defaultDose = {decimal("0.5"), QStringLiteral("g")};
    drug.defaultRoute = QStringLiteral("oral");
    drug.defaultFrequency = QStringLiteral("tid");
    drug.defaultDays = 7;
    return drug;
}

medications::Lot aLot(const workflow::Context &context,
                      Id<medications::Medication> drug,
                      const char *number,
                      const char *expiry,
                      qint64 onHand)
{
    medications::Lot lot;
    lot.id = context.newId<medications::Lot>();
    lot.medication = drug;
    lot.lotNumber = QString::fromLatin1(number);
    lot.expiry = *Date::parse(QString::fromLatin1(expiry));
    lot.onHand = onHand;
    return lot;
}

} // namespace

World aWorld(std::shared_ptr<workflow::Store> store)
{
    World world;
    world.context = {store, world.policy, world.clock, std::make_shared<SeededRng>(7), {}};
    auto &context = world.context;
    world.department = aDepartment(context);
    world.physician = aPhysician(context, world.department.id);
    context.session.account = world.physician.id;
    context.session.roles = {QStringLiteral("physician")};
    context.session.department = world.department.id;
    context.session.workstation = QStringLiteral("test-1");
    world.patient = aPatient(context);
    world.slot = aSlot(context, world);
    world.amoxicillin = anAmoxicillin(context);
    world.firstLot = aLot(context, world.amoxicillin.id, "A1", "2027-01-31", 30);
    world.secondLot = aLot(context, world.amoxicillin.id, "A2", "2027-12-31", 100);

    const auto stored = storeInTheEnd(store, [&world] {
        auto work = world.context.begin(world.context.newCommand(), QStringLiteral("test.seed"));
        work.insert(world.department).insert(world.physician).insert(world.patient).insert(world.slot);
        work.insert(world.amoxicillin).insert(world.firstLot).insert(world.secondLot);
        return work;
    });
    if (!stored)
        qFatal("cannot seed the test world: %s", qPrintable(logLine(stored.error())));
    return world;
}

medications::DosageTerms someDosageTerms()
{
    medications::DosageTerms terms;
    terms.routes = {{QStringLiteral("oral"),
                     {QStringLiteral("by mouth"), QStringLiteral("口服")},
                     {QStringLiteral("po")}}};
    terms.frequencies = {
        {QStringLiteral("qd"), {}, Decimal(1), {}},
        {QStringLiteral("bid"), {}, Decimal(2), {}},
        {QStringLiteral("tid"), {}, Decimal(3), {QStringLiteral("每日三次")}},
        {QStringLiteral("qw"), {}, {}, {}, medications::DosesInDays{Decimal(1), Decimal(7)}},
        {QStringLiteral("biw"), {}, {}, {}, medications::DosesInDays{Decimal(2), Decimal(7)}},
        {QStringLiteral("prn"), {}, {}, {}, {}, true},
        {QStringLiteral("st"), {}, {}, {}, {}, false, true}};
    terms.units = {{QStringLiteral("mg"), QStringLiteral("mass"), Decimal(1), {}},
                   {QStringLiteral("g"), QStringLiteral("mass"), Decimal(1000), {}},
                   {QStringLiteral("粒"), QStringLiteral("粒"), Decimal(1), {}}};
    return terms;
}

} // namespace simiao::test
