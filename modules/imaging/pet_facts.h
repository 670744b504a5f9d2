#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace simiao::imaging {

/// What a PET image says about its values, its tracer and its times. Times are those of the device, as if in UTC: all
/// are in the zone of the scan's times, and they are only compared with each other.
struct PetFacts
{
    QString units = {};              ///< Units (0054,1001): BQML, GML, CNTS …
    QString suvType = {};            ///< SUV Type (0054,1006): BW, LBM …; empty: body weight
    QStringList correctedImage = {}; ///< Corrected Image (0028,0051): ATTN, DECY …
    QString decayCorrection = {};    ///< Decay Correction (0054,1102): NONE, START, ADMIN
    std::optional<double> weightKg = {};
    std::optional<double> doseBq = {};    ///< Radionuclide Total Dose (0018,1074)
    std::optional<double> halfLifeS = {}; ///< Radionuclide Half Life (0018,1075)
    /// Radiopharmaceutical Start DateTime (0018,1078), else Start Time (0018,1072), whose day is not said.
    std::optional<QDateTime> injected = {};
    bool isInjectionDayKnown = false;
    bool isInjectionZoneUnsure = false; ///< said in a zone that the scan does not say: `injected` is nothing
    std::optional<QDateTime> series = {};        ///< Series Date, Time
    std::optional<QDateTime> acquisition = {};   ///< Acquisition Date, Time
    std::optional<double> frameReferenceMs = {}; ///< Frame Reference Time (0054,1300)
    std::optional<double> frameDurationMs = {};  ///< Actual Frame Duration (0018,1242)

    bool operator==(const PetFacts &) const = default;
};

/// SUV by body weight is the measured value times this: g/ml for a value of 1.
///
/// Attenuation and decay must be corrected, whatever the unit. GML by body weight is SUV already. BQML: by START the dose has
/// decayed from the injection to the start of the scan, by ADMIN it has not. The scan starts at the series' time unless that is later
/// than the acquisition (the series was made again): then it is reckoned from the acquisition, the frame's reference time and its
/// duration.
///
/// Invalid, the reason as code and what the image says as detail: `imaging.suv-units`, `imaging.suv-type`,
/// `imaging.suv-attenuation`, `imaging.suv-decay`, `imaging.suv-weight`, `imaging.suv-dose`, `imaging.suv-half-life`,
/// `imaging.suv-injection`, `imaging.suv-zone`, `imaging.suv-scan-time`. Below 1 MBq, beyond 1 … 500 kg: the unit is mistaken.
/// \source QIBA, SUV vendor-neutral pseudo-code (happy path and robust version); DICOM PS3.3 C.8.9.1
Result<double> suvPerUnit(const PetFacts &facts);

} // namespace simiao::imaging
