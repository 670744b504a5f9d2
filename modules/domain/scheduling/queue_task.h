#pragma once

#include "domain/administration/encounter.h"

namespace simiao::scheduling {

/// FHIR TaskStatus, those of a queue entry.
enum class TaskStatus {
    Requested,  ///< waiting
    InProgress, ///< called, with the physician
    OnHold,     ///< sent for tests, comes back
    Completed,
    Cancelled,
    EnteredInError,
};

/// One place in a clinic's queue. FHIR Task (the word alone would clash with coroutine tasks).
struct QueueTask : Record<QueueTask>
{
    /// Task.focus: the visit.
    Id<administration::Encounter> encounter;
    /// Task.for.
    Id<administration::Patient> patient;
    /// Task.performerType: the department whose queue it is.
    Id<administration::Organization> department;
    /// Task.owner: the physician.
    Id<security::Account> owner;
    /// Task.groupIdentifier: the calendar day of the queue.
    Date day;
    /// Task.identifier: number called, from 1 each day and department.
    int number = 0;
    /// Task.status.
    TaskStatus status = TaskStatus::Requested;
    /// Task.executionPeriod.start: last time the patient was called. UTC.
    std::optional<Instant> calledAt;

    bool operator==(const QueueTask &) const = default;
};

/// The visit's status that belongs to the state of its queue entry; the one table that maps them.
administration::EncounterStatus encounterStatusFor(TaskStatus status);

/// Whether a queue entry may go from one state to another.
bool isAllowed(TaskStatus from, TaskStatus to);

} // namespace simiao::scheduling

namespace simiao {

template <>
inline constexpr std::array kCodes<scheduling::TaskStatus>{"requested", "in-progress", "on-hold",
                                                           "completed", "cancelled",   "entered-in-error"};

template <>
struct Describe<scheduling::QueueTask>
{
    using T = scheduling::QueueTask;
    static constexpr const char *name = "Task";
    static constexpr const char *table = "task";
    static constexpr auto fields =
        recordWith<T>(field("encounter", "Task.focus", &T::encounter),
                      field("patient", "Task.for", &T::patient),
                      field("department", "Task.performerType", &T::department),
                      field("owner", "Task.owner", &T::owner),
                      field("day", "Task.groupIdentifier", &T::day),
                      field("number", "Task.identifier.value", &T::number),
                      field("status", "Task.status", &T::status),
                      field("called_at", "Task.executionPeriod.start", &T::calledAt));
};

} // namespace simiao
