#pragma once

#include "domain/administration/patient.h"
#include "imaging/models/print_plan.h"
#include "imaging/views/printed_sheet.h"

namespace simiao::sdk {
class Desk;
}

namespace simiao::viewer {

/// What stands above and below the pictures of a print: whose they are as the record says, of which studies, who printed them and
/// when, and that paper is not for diagnosis. Nobody is named where no texts are wanted.
SheetWords sheetWords(const PrintPlan &plan,
                      const PrintOptions &options,
                      const administration::Patient &patient,
                      const sdk::Desk &desk);

} // namespace simiao::viewer
