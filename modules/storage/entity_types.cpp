#include "storage/entity_types.h"

#include "domain/administration/desk_device.h"
#include "domain/administration/library.h"
#include "domain/administration/setting.h"
#include "domain/medications/medication_statement.h"
#include "workflow/ports/queries.h"

namespace simiao::storage {

namespace {

template <typename... Types>
std::vector<const TypeInfo *> infosOf()
{
    return {&typeInfo<Types>()...};
}

} // namespace

std::vector<const TypeInfo *> entityTypes()
{
    return infosOf<administration::Organization, administration::DeskDevice, administration::Patient,
                   administration::Encounter, administration::Library, administration::Setting,
                   clinical::AllergyIntolerance, clinical::Composition, clinical::Condition,
                   diagnostics::ImagingStudy, diagnostics::Observation, financial::ChargeItem,
                   financial::Invoice, medications::Lot, medications::Medication,
                   medications::MedicationDispense, medications::MedicationRequest,
                   medications::MedicationStatement, medications::Prescription, scheduling::Appointment,
                   scheduling::QueueTask, scheduling::Slot, security::Account, terminology::Concept>();
}

} // namespace simiao::storage
