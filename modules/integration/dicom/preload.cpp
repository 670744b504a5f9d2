#include "integration/dicom/preload.h"

#include "core/hash.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/confidentiality_profile.h"
#include "integration/dicom/confidentiality/substitutes.h"
#include "integration/dicom/repertoire.h"
#include "integration/dicom/toolkit.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

void preloadTables()
{
    ensureToolkit();
    static_cast<void>(dcmDataDict.rdlock());
    dcmDataDict.rdunlock();
    openAllRepertoires();
    static_cast<void>(sha256({})); // OpenSSL reads its settings with the first digest
    static_cast<void>(ConfidentialityProfile::basic());
    static_cast<void>(isoDate(QStringLiteral("20261122")));
    static_cast<void>(shiftedDate(QStringLiteral("20261122"), 1));
    static_cast<void>(isoTime(QStringLiteral("093000")));
}

} // namespace simiao::dicom
