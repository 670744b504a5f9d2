#pragma once

#include "integration/dicom/objects/writing.h"

namespace simiao::dicom {

/// A measurement report (Comprehensive SR, TID 1500) of pictures of one study: image library, and a group for each measurement
/// with tracking id and UID, the tool as its method, each value with unit and ground, and the coordinates it was taken from.
/// \returns a whole DICOM file; as `read`, and Invalid `imaging.several-studies`
Result<QByteArray> measurementReportFile(const std::vector<workflow::MeasuredPicture> &pictures,
                                         const workflow::Authorship &by,
                                         const SourceReader &read = readSourceHere);

/// A measurement with the picture it is on.
struct ReportedMeasurement
{
    imaging::ReferencedImage image;
    imaging::Measurement measurement;

    bool operator==(const ReportedMeasurement &) const = default;
};

/// The measurements that such a report of ours holds; groups of others are left out.
std::vector<ReportedMeasurement> measurementsIn(const imaging::Report &report);

} // namespace simiao::dicom
