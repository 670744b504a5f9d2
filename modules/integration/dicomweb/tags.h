#pragma once

#include <cstdint>

/// The attributes that questions and answers name (PS3.6).
namespace simiao::dicomweb::tags {

using Tag = std::uint32_t;

inline constexpr Tag SpecificCharacterSet = 0x00080005;
inline constexpr Tag ReferencedSopClassUid = 0x00081150;
inline constexpr Tag ReferencedSopInstanceUid = 0x00081155;
inline constexpr Tag SopInstanceUid = 0x00080018;
inline constexpr Tag StudyDate = 0x00080020;
inline constexpr Tag StudyTime = 0x00080030;
inline constexpr Tag AccessionNumber = 0x00080050;
inline constexpr Tag Modality = 0x00080060;
inline constexpr Tag ModalitiesInStudy = 0x00080061;
inline constexpr Tag StudyDescription = 0x00081030;
inline constexpr Tag SeriesDescription = 0x0008103E;
inline constexpr Tag WarningReason = 0x00081196;
inline constexpr Tag FailureReason = 0x00081197;
inline constexpr Tag FailedSopSequence = 0x00081198;
inline constexpr Tag ReferencedSopSequence = 0x00081199;
inline constexpr Tag PatientName = 0x00100010;
inline constexpr Tag PatientId = 0x00100020;
inline constexpr Tag PatientBirthDate = 0x00100030;
inline constexpr Tag PatientSex = 0x00100040;
inline constexpr Tag BodyPartExamined = 0x00180015;
inline constexpr Tag StudyInstanceUid = 0x0020000D;
inline constexpr Tag SeriesInstanceUid = 0x0020000E;
inline constexpr Tag SeriesNumber = 0x00200011;
inline constexpr Tag NumberOfStudyRelatedSeries = 0x00201206;
inline constexpr Tag NumberOfStudyRelatedInstances = 0x00201208;
inline constexpr Tag NumberOfSeriesRelatedInstances = 0x00201209;

} // namespace simiao::dicomweb::tags
