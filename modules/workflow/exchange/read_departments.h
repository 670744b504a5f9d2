#pragma once

#include "domain/administration/organization.h"
#include "workflow/exchange/reading.h"

namespace simiao::workflow {

/// code, name, name_en, room, registration_fee.
QStringList departmentColumns();

/// Departments of a file. One on record (same code) gets the file's names, room and fee. Pure.
/// Reasons: `import.code`, `import.duplicate`, `import.missing`, `import.price`, and those of the table.
Reading<administration::Organization> readDepartments(const CsvTable &table,
                                                      const std::vector<administration::Organization> &known,
                                                      const ImportWatch &watch = {});

} // namespace simiao::workflow
