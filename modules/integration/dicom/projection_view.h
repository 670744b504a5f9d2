#pragma once

#include <QString>

class DcmItem;

namespace simiao::dicom {

/// Which of a pair a picture shows, "R", "L", "B" (both): by the frame's own anatomy, else Image Laterality (0020,0062), else
/// Laterality (0020,0060) of the series; empty where nobody says.
QString lateralityOf(DcmItem &dataset, int frameIndex);

/// How a projection was taken: the usual letters of a mammographic view (PS3.16 CID 4014), else View Position (0018,5101), else
/// the meaning of the View Code Sequence (0054,0220); its modifiers behind it by their meanings.
QString projectionView(DcmItem &dataset);

} // namespace simiao::dicom
