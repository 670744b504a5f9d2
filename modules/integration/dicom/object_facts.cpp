#include "integration/dicom/object_facts.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

ObjectFacts objectFactsOf(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    const bool isSaid = !file.bytes.isInflated && !file.bytes.transferSyntax.isEmpty();
    return {.kind = objectKind(file),
            .sopClassUid = code(dataset, DCM_SOPClassUID),
            .sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
            .studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
            .transferSyntax = isSaid ? file.bytes.transferSyntax : nativeSyntaxOf(file.layout)};
}

Result<ObjectFacts> objectFactsOf(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return objectFactsOf(file);
}

} // namespace simiao::dicom
