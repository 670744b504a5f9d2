#include "integration/dicom/header.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_rate.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/header_scan.h"
#include "integration/dicom/image_role.h"
#include "integration/dicom/plane.h"
#include "integration/dicom/projection_view.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

workflow::ImageSeries seriesOf(DcmDataset &dataset)
{
    const DatasetText text(dataset);
    return {.studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
            .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
            .modality = code(dataset, DCM_Modality),
            .studyDescription = text.at(DCM_StudyDescription),
            .seriesDescription = text.at(DCM_SeriesDescription),
            .seriesNumber = integer(dataset, DCM_SeriesNumber).value_or(0),
            .studyDate = isoDate(code(dataset, DCM_StudyDate)),
            .studyTime = isoTime(code(dataset, DCM_StudyTime)),
            .patientName = personName(text.at(DCM_PatientName)),
            .patientId = text.at(DCM_PatientID),
            .patientBirthDate = isoDate(code(dataset, DCM_PatientBirthDate)),
            .patientSex = code(dataset, DCM_PatientSex),
            .frameOfReferenceUid = code(dataset, DCM_FrameOfReferenceUID),
            .bodyPart = code(dataset, DCM_BodyPartExamined),
            .instances = {}};
}

/// One for all frames, or the mean of those of each.
std::optional<double> frameTimeMs(DcmDataset &dataset)
{
    const auto one = number(dataset, DCM_FrameTime);
    return one && *one > 0 ? one : meanFrameTimeMs(numbers(dataset, DCM_FrameTimeVector, kMostFrames));
}

workflow::ImageInstance instanceOf(const DatasetFile &file, const QString &path)
{
    auto &dataset = file.dataset();
    return {.sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
            .instanceNumber = integer(dataset, DCM_InstanceNumber).value_or(0),
            .frames = framesThere(file),
            .location = path,
            .plane = slicePlane(planeOrientation(dataset, 0), planePosition(dataset, 0)),
            .framesPerSecond = framesPerSecond(number(dataset, DCM_RecommendedDisplayFrameRate),
                                               frameTimeMs(dataset), number(dataset, DCM_CineRate)),
            .laterality = lateralityOf(dataset, 0),
            .view = projectionView(dataset),
            .role = imageRole(code(dataset, DCM_ImageType, 1), code(dataset, DCM_ImageType, 2))};
}

} // namespace

Result<InstanceHeader> readHeader(const QString &path)
{
    if (auto scanned = scanHeader(path))
        return *std::move(scanned);
    return parseHeader(path);
}

Result<InstanceHeader> parseHeader(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return parseHeader(file, path);
}

Result<InstanceHeader> parseHeader(const DatasetFile &file, const QString &path)
{
    auto &dataset = file.dataset();
    if (!dataset.tagExistsWithValue(DCM_Rows) || !dataset.tagExistsWithValue(DCM_Columns))
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-pixels"_s};

    return InstanceHeader{.series = seriesOf(dataset),
                          .instance = instanceOf(file, path),
                          .orientation = planeOrientation(dataset, 0),
                          .position = planePosition(dataset, 0)};
}

} // namespace simiao::dicom
