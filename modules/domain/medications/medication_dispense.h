#pragma once

#include "domain/medications/prescription.h"

namespace simiao::medications {

/// Stock of one drug in one lot, whole smallest units. FHIR InventoryItem (R5 name; R4 has none).
struct Lot : Record<Lot>
{
    /// InventoryItem.code.
    Id<Medication> medication;
    /// InventoryItem.instance.lotNumber.
    QString lotNumber;
    /// InventoryItem.instance.expiry: last day of use.
    Date expiry;
    /// Units on the shelf; the database never lets it fall below 0.
    qint64 onHand = 0;
    /// Of these, units promised to paid prescriptions.
    qint64 reserved = 0;
    /// InventoryItem.extension[location]: room, shelf or drawer where it lies; absent when nobody said.
    std::optional<QString> location;

    bool operator==(const Lot &) const = default;
};

/// Drug given out, one row per line and lot. FHIR MedicationDispense.
struct MedicationDispense : Record<MedicationDispense>
{
    /// MedicationDispense.authorizingPrescription.
    Id<MedicationRequest> request;
    /// MedicationRequest.groupIdentifier.
    Id<Prescription> prescription;
    /// MedicationDispense.subject.
    Id<administration::Patient> patient;
    /// MedicationDispense.medicationReference.
    Id<Medication> medication;
    /// Lot it was taken from.
    Id<Lot> lot;
    /// MedicationDispense.quantity: smallest units.
    qint64 quantity = 0;
    /// MedicationDispense.performer.actor: the dispenser.
    Id<security::Account> performer;
    /// MedicationDispense.whenPrepared. UTC.
    Instant whenPrepared;

    bool operator==(const MedicationDispense &) const = default;
};

/// One lot's part of a line.
struct Pick
{
    Id<Lot> lot;
    qint64 quantity = 0;
    bool operator==(const Pick &) const = default;
};

/// The lots as they are after `picks` were taken from their units on hand.
std::vector<Lot> withoutPicks(std::vector<Lot> lots, const std::vector<Pick> &picks);

/// First expiring first, expired ones never; `stock.insufficient` with the missing units in `detail`.
Result<std::vector<Pick>> pickLots(std::vector<Lot> lots, qint64 quantity, Date today);

} // namespace simiao::medications

namespace simiao {

template <>
struct Describe<medications::Lot>
{
    using L = medications::Lot;
    static constexpr const char *name = "InventoryItem";
    static constexpr const char *table = "lot";
    static constexpr bool isCounter = true;
    static constexpr auto fields =
        recordWith<L>(field("medication", "InventoryItem.code", &L::medication),
                      field("lot_number", "InventoryItem.instance.lotNumber", &L::lotNumber),
                      field("expiry", "InventoryItem.instance.expiry", &L::expiry),
                      field("on_hand", "InventoryItem.netContent", &L::onHand),
                      field("reserved", "InventoryItem.extension[reserved]", &L::reserved),
                      field("location", "InventoryItem.extension[location]", &L::location));
};

template <>
struct Describe<medications::MedicationDispense>
{
    using D = medications::MedicationDispense;
    static constexpr const char *name = "MedicationDispense";
    static constexpr const char *table = "medication_dispense";
    static constexpr auto fields =
        recordWith<D>(field("request", "MedicationDispense.authorizingPrescription", &D::request),
                      field("prescription", "MedicationRequest.groupIdentifier", &D::prescription),
                      field("patient", "MedicationDispense.subject", &D::patient),
                      field("medication", "MedicationDispense.medicationReference", &D::medication),
                      field("lot", "MedicationDispense.extension[lot]", &D::lot),
                      field("quantity", "MedicationDispense.quantity.value", &D::quantity),
                      field("performer", "MedicationDispense.performer.actor", &D::performer),
                      field("when_prepared", "MedicationDispense.whenPrepared", &D::whenPrepared));
};

} // namespace simiao
