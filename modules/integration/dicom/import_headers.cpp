#include "integration/dicom/import_headers.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/import_scan.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/projection_view.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

Result<workflow::ImportHeader> readImportHeader(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return importHeaderFrom(file);
}

Result<workflow::ImportHeader> importHeaderFrom(const DatasetFile &file)
{
    const auto kind = objectKind(file);
    if (kind != ObjectKind::Image && !shownKind(kind))
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.kind-not-kept"_s, .detail = codeOf(kind)};
    auto &dataset = file.dataset();
    const DatasetText text(dataset);
    const bool isPlane = planeOrientation(dataset, 0).has_value();
    return workflow::ImportHeader{.sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
                                  .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                                  .studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                                  .modality = code(dataset, DCM_Modality),
                                  .patientId = text.at(DCM_PatientID),
                                  .patientName = personName(text.at(DCM_PatientName)),
                                  .patientBirthDate = isoDate(code(dataset, DCM_PatientBirthDate)),
                                  .studyDate = isoDate(code(dataset, DCM_StudyDate)),
                                  .bodyPart = code(dataset, DCM_BodyPartExamined),
                                  .laterality = lateralityOf(dataset, 0),
                                  .hasOrientation =
                                      isPlane || dataset.tagExistsWithValue(DCM_PatientOrientation),
                                  .isBurnedIn = code(dataset, DCM_BurnedInAnnotation) == u"YES"_s,
                                  .isImage = kind == ObjectKind::Image};
}

Result<std::vector<workflow::ImportHeader>> examineLocation(const QString &location,
                                                            const std::stop_token &stop,
                                                            const ImportHeaderReader &read)
{
    TRY(const auto files, walkFiles(searchedPlace(location), WalkLimits{}, stop));
    std::vector<workflow::ImportHeader> headers;
    ImportScanner scanner;
    for (const auto &path : files.paths) {
        if (stop.stop_requested())
            return cancelled();
        // Most files are images, whose first bytes say all of it.
        if (auto scanned = scanner.scan(path))
            headers.push_back(*std::move(scanned));
        else if (auto header = read(path))
            headers.push_back(*std::move(header));
        else if (header.error().kind == ErrorKind::Cancelled)
            return cancelled();
    }
    return headers;
}

} // namespace simiao::dicom
