#pragma once

#include "domain/scheduling/queue_task.h"
#include "support/fake_desk.h"

#include <QCoroTask>

namespace simiao::test {

inline void commitTo(FakeDesk &desk, workflow::UnitOfWork work)
{
    const auto stored = QCoro::waitFor(desk.store()->commit(std::move(work)));
    if (!stored)
        qFatal("the store of the test refuses: %s", qPrintable(logLine(stored.error())));
}

/// Somebody else stands in today's queue of the session, with this number; her record number is "MRN-<number>".
inline administration::Patient waitingPatient(
    FakeDesk &desk,
    int number,
    scheduling::TaskStatus status = scheduling::TaskStatus::Requested)
{
    const auto context = desk.context();
    auto patient = desk.world().patient;
    patient.id = context.newId<administration::Patient>();
    patient.mrn = QStringLiteral("MRN-%1").arg(number);
    patient.identityNumber.clear();
    scheduling::QueueTask task;
    task.id = context.newId<scheduling::QueueTask>();
    task.encounter = context.newId<administration::Encounter>();
    task.patient = patient.id;
    task.department = desk.world().department.id;
    task.day = context.clock->today();
    task.number = number;
    task.status = status;
    auto work = context.begin(context.newCommand(), QStringLiteral("test.seed"));
    work.insert(patient).insert(task);
    commitTo(desk, std::move(work));
    return patient;
}

/// The setting `imaging.prefetch` alone.
inline workflow::Settings prefetching(bool isOn)
{
    const workflow::SettingRule rule{.key = QStringLiteral("imaging.prefetch"),
                                     .title = {},
                                     .type = workflow::SettingRule::Type::Truth,
                                     .choices = {},
                                     .standard = isOn ? QStringLiteral("true") : QStringLiteral("false"),
                                     .levels = {}};
    return {{rule}, {}};
}

} // namespace simiao::test
