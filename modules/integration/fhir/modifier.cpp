#include "integration/fhir/modifier.h"

namespace simiao::fhir {

bool isModified(const Element &resource)
{
    for (const auto &name : {QStringLiteral("modifierExtension"), QStringLiteral("implicitRules")}) {
        if (!resource.hasBelow(name))
            continue;
        resource.drop({}, RemarkCode::UnsupportedElement, QStringLiteral("not stored: ") + name);
        return true;
    }
    return false;
}

} // namespace simiao::fhir
