#include "workflow/frontdesk/check_in.h"

namespace simiao::workflow {

namespace {

/// The place must be one of the chosen department's, today.
Result<void> checkSlot(const Context &context, const scheduling::Slot &slot, const CheckIn &wish)
{
    const bool isToday = context.clock->dayOf(slot.start) == context.clock->today();
    if (slot.department == wish.department && isToday)
        return ok();
    return Error{ErrorKind::Invalid, QStringLiteral("slot.elsewhere")};
}

administration::Encounter encounterOf(const Context &context,
                                      const CheckIn &wish,
                                      const scheduling::Slot &slot)
{
    administration::Encounter encounter;
    encounter.id = context.newId<administration::Encounter>();
    encounter.patient = wish.patient;
    encounter.department = wish.department;
    encounter.practitioner = slot.practitioner;
    encounter.status = scheduling::encounterStatusFor(scheduling::TaskStatus::Requested);
    encounter.start = context.clock->now();
    return encounter;
}

scheduling::QueueTask taskOf(const Context &context,
                             const administration::Encounter &encounter,
                             const scheduling::Slot &slot)
{
    scheduling::QueueTask task;
    task.id = context.newId<scheduling::QueueTask>();
    task.encounter = encounter.id;
    task.patient = encounter.patient;
    task.department = slot.department;
    task.owner = slot.practitioner;
    task.day = context.clock->today();
    return task;
}

scheduling::Appointment appointmentOf(const Context &context,
                                      const CheckIn &wish,
                                      const administration::Encounter &encounter)
{
    scheduling::Appointment appointment;
    appointment.id = context.newId<scheduling::Appointment>();
    appointment.patient = wish.patient;
    appointment.slot = wish.slot;
    appointment.encounter = encounter.id;
    appointment.status = scheduling::AppointmentStatus::Arrived;
    return appointment;
}

financial::ChargeItem feeOf(const Context &context,
                            const administration::Encounter &encounter,
                            const administration::Organization &department)
{
    financial::ChargeItem fee;
    fee.id = context.newId<financial::ChargeItem>();
    fee.patient = encounter.patient;
    fee.encounter = encounter.id;
    fee.kind = financial::ChargeKind::Registration;
    fee.description = QStringLiteral("挂号费 ") + department.name;
    fee.unit = QStringLiteral("次");
    fee.amount = department.registrationFee;
    return fee;
}

} // namespace

Task<Result<CheckedIn>> checkIn(Context context, Uuid command, CheckIn wish)
{
    const auto act = QStringLiteral("encounter.check-in");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto loadingSlot = load(context.store, wish.slot);
    CO_TRY(const auto slot, co_await loadingSlot);
    auto loadingDepartment = load(context.store, wish.department);
    CO_TRY(const auto department, co_await loadingDepartment);

    CO_TRY_VOID(checkSlot(context, slot, wish));

    const QString day = context.clock->today().toIso();
    const QString compactDay = QString(day).remove(QLatin1Char('-'));
    const auto encounter = encounterOf(context, wish, slot);
    const auto task = taskOf(context, encounter, slot);
    const auto fee = feeOf(context, encounter, department);
    auto work = context.begin(command, act, wish.patient);
    work.apply(effect::bookSlot, wish.slot);
    work.insert(encounter).numbered(&administration::Encounter::visitNumber,
                                    {QStringLiteral("visit/") + compactDay, compactDay, 4});
    work.insert(task).numbered(&scheduling::QueueTask::number,
                               {QStringLiteral("queue/%1/%2").arg(department.code, day), {}, 0});
    work.insert(appointmentOf(context, wish, encounter)).insert(fee);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);

    auto loadingEncounter = load(context.store, Id<administration::Encounter>{receipt.changes[1].id});
    CO_TRY(const auto storedEncounter, co_await loadingEncounter);
    auto loadingTask = load(context.store, Id<scheduling::QueueTask>{receipt.changes[2].id});
    CO_TRY(const auto storedTask, co_await loadingTask);
    const CheckedIn slip{storedEncounter, storedTask, fee.amount};
    co_return slip;
}

} // namespace simiao::workflow
