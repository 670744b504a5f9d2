#pragma once

#include "domain/clinical/allergy_intolerance.h"
#include "domain/clinical/composition.h"
#include "domain/clinical/condition.h"
#include "domain/diagnostics/imaging_study.h"
#include "domain/diagnostics/observation.h"
#include "domain/financial/charge_item.h"
#include "domain/medications/medication_dispense.h"
#include "domain/scheduling/queue_task.h"
#include "domain/scheduling/slot.h"
#include "domain/terminology/concept.h"
#include "workflow/ports/store.h"

/// The questions and conditional statements of the workflow: one name, one file resources/sql/common/queries/<name>.sql.
namespace simiao::workflow {

namespace query {

// clang-format off
inline constexpr Query<security::Account, QString> accountByLogin{"account/by_login", {"login_name"}};
inline constexpr Query<security::Account> accounts{"account/all", {}};
inline constexpr Query<administration::Organization> organizations{"organization/all", {}};

/// Name, pinyin or initials from their beginning; MRN and identity number exactly; tail of the phone. At most `limit`.
inline constexpr Query<administration::Patient, QString, int> patientSearch{"patient/search", {"text", "limit"}};
inline constexpr Query<administration::Patient, QString> patientByIdentity{"patient/by_identity", {"identity_number"}};
inline constexpr Query<administration::Patient> patients{"patient/all", {}};

inline constexpr Query<scheduling::Slot, Id<administration::Organization>, Instant, Instant> slotsBetween{"slot/between", {"department", "from", "until"}};
inline constexpr Query<scheduling::QueueTask, Id<administration::Organization>, Date> queueOfDay{"task/queue_of_day", {"department", "day"}};
inline constexpr Query<administration::Patient, Id<administration::Organization>, Date> patientsInQueue{"patient/in_queue", {"department", "day"}};
/// The one place of a visit in a queue.
inline constexpr Query<scheduling::QueueTask, Id<administration::Encounter>> taskOfEncounter{"task/of_encounter", {"encounter"}};
inline constexpr Query<administration::Encounter, Id<administration::Patient>> encountersOfPatient{"encounter/of_patient", {"patient"}};

/// Without those entered in error.
inline constexpr Query<clinical::AllergyIntolerance, Id<administration::Patient>> allergiesOfPatient{"allergy_intolerance/of_patient", {"patient"}};
inline constexpr Query<clinical::Condition, Id<administration::Patient>> conditionsOfPatient{"condition/of_patient", {"patient"}};
inline constexpr Query<clinical::Composition, Id<administration::Patient>> compositionsOfPatient{"composition/of_patient", {"patient"}};
inline constexpr Query<diagnostics::Observation, Id<administration::Patient>> observationsOfPatient{"observation/of_patient", {"patient"}};
inline constexpr Query<diagnostics::ImagingStudy, Id<administration::Patient>> studiesOfPatient{"imaging_study/of_patient", {"patient"}};

inline constexpr Query<medications::Medication> medications{"medication/all", {}};
inline constexpr Query<medications::Lot, Id<medications::Medication>> lotsOfMedication{"lot/of_medication", {"medication"}};
inline constexpr Query<medications::Prescription, QString> prescriptionsInStatus{"prescription/in_status", {"status"}};
inline constexpr Query<medications::Prescription, Id<administration::Encounter>> prescriptionsOfEncounter{"prescription/of_encounter", {"encounter"}};
/// Without those cancelled.
inline constexpr Query<medications::MedicationRequest, Id<medications::Prescription>> linesOfPrescription{"medication_request/of_prescription", {"prescription"}};
inline constexpr Query<medications::MedicationDispense, Id<medications::Prescription>> dispensesOfPrescription{"medication_dispense/of_prescription", {"prescription"}};

/// Items not settled by an invoice; drug lines only once their prescription was reviewed.
inline constexpr Query<financial::ChargeItem, Id<administration::Encounter>> openCharges{"charge_item/open_of_encounter", {"encounter"}};
inline constexpr Query<administration::Encounter> encountersToPay{"encounter/to_pay", {}};
inline constexpr Query<financial::Invoice, Id<administration::Encounter>> invoicesOfEncounter{"invoice/of_encounter", {"encounter"}};

inline constexpr Query<terminology::Concept, QString> conceptsOfSystem{"concept/of_system", {"system"}};
// clang-format on

} // namespace query

namespace effect {

/// One place in a slot.
inline constexpr Effect<Id<scheduling::Slot>> bookSlot{"slot/book", {"id"}, "slot.full"};
/// Units leave the shelf.
inline constexpr Effect<Id<medications::Lot>, qint64> takeFromLot{"lot/take",
                                                                  {"id", "quantity"},
                                                                  "stock.insufficient"};
/// Units are promised to a paid prescription.
inline constexpr Effect<Id<medications::Lot>, qint64> reserveLot{"lot/reserve",
                                                                 {"id", "quantity"},
                                                                 "stock.insufficient"};

} // namespace effect

} // namespace simiao::workflow
