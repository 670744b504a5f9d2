#pragma once

#include "domain/administration/encounter.h"

namespace simiao::scheduling {

/// Half an hour of a physician's clinic with a number of places. FHIR Slot.
struct Slot : Record<Slot>
{
    /// Schedule.actor: the physician.
    Id<security::Account> practitioner;
    /// Schedule.actor: the department.
    Id<administration::Organization> department;
    /// Slot.start. UTC.
    Instant start;
    /// Slot.end. UTC.
    Instant end;
    /// Slot.extension: places; the database never lets `booked` pass it.
    int capacity = 0;
    /// Slot.extension: places taken.
    int booked = 0;

    bool operator==(const Slot &) const = default;
};

/// FHIR AppointmentStatus, those in use.
enum class AppointmentStatus { Booked, Arrived, Fulfilled, Cancelled, NoShow };

/// A place in a slot held for a patient. FHIR Appointment.
struct Appointment : Record<Appointment>
{
    /// Appointment.participant.actor.
    Id<administration::Patient> patient;
    /// Appointment.slot.
    Id<Slot> slot;
    /// Encounter.appointment, inverse: the visit it became.
    std::optional<Id<administration::Encounter>> encounter;
    /// Appointment.status.
    AppointmentStatus status = AppointmentStatus::Booked;

    bool operator==(const Appointment &) const = default;
};

} // namespace simiao::scheduling

namespace simiao {

template <>
inline constexpr std::array kCodes<scheduling::AppointmentStatus>{"booked", "arrived", "fulfilled",
                                                                  "cancelled", "noshow"};

template <>
struct Describe<scheduling::Slot>
{
    using S = scheduling::Slot;
    static constexpr const char *name = "Slot";
    static constexpr const char *table = "slot";
    static constexpr bool isCounter = true;
    static constexpr auto fields = recordWith<S>(field("practitioner", "Schedule.actor", &S::practitioner),
                                                 field("department", "Schedule.actor", &S::department),
                                                 field("start_at", "Slot.start", &S::start),
                                                 field("end_at", "Slot.end", &S::end),
                                                 field("capacity", "Slot.extension[capacity]", &S::capacity),
                                                 field("booked", "Slot.extension[booked]", &S::booked));
};

template <>
struct Describe<scheduling::Appointment>
{
    using A = scheduling::Appointment;
    static constexpr const char *name = "Appointment";
    static constexpr const char *table = "appointment";
    static constexpr auto fields =
        recordWith<A>(field("patient", "Appointment.participant.actor", &A::patient),
                      field("slot", "Appointment.slot", &A::slot),
                      field("encounter", "Encounter.appointment", &A::encounter),
                      field("status", "Appointment.status", &A::status));
};

} // namespace simiao
