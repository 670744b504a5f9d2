#pragma once

#include "workflow/ports/unit_of_work.h"

namespace simiao::workflow {

/// Running number of the hospital's patients: 200001, 200002 …
inline Numbering mrnNumbering()
{
    return {QStringLiteral("mrn"), QStringLiteral("2"), 5};
}

} // namespace simiao::workflow
