#pragma once

#include "domain/base/local_text.h"
#include "domain/base/record.h"

#include <array>

namespace simiao::administration {

/// What a desk uses a device for. A print asks for the printer of its word; the last four send instead of printing.
enum class DeviceRole {
    Prescription,
    RegistrationSlip,
    Invoice,
    LaboratoryRequest,
    Label,
    Wristband,
    Report,
    Scanner,
    CardReader,
    Scale,
    SignaturePad,
};

/// Whether the device is a printer; only printers have paper.
bool isPrinter(DeviceRole role);

/// What people call the use, in both languages: a test page bears both.
const LocalText &titleOf(DeviceRole role);

/// Which way the content lies on the paper. Landscape turns it by 90 degrees.
enum class PaperOrientation { Portrait, Landscape };

/// A sheet, a label or a wristband as it is fed.
struct PaperSize
{
    int widthTenthMm = 0; ///< across the printer
    int heightTenthMm = 0;

    bool operator==(const PaperSize &) const = default;
};

/// What is usually fed for this use until somebody measures it; zero for what does not print.
PaperSize usualPaper(DeviceRole role);

/// What one desk uses for one purpose: a printer with its paper, or a device that sends what it reads. One row a desk and
/// role; a row that is not active was withdrawn. Lengths are whole tenths of a millimetre, so that nothing is rounded twice.
/// FHIR Device.
struct DeskDevice : Record<DeskDevice>
{
    /// Device.location.display: the workstation, as it names itself at log-in.
    QString workstation;
    /// Device.type.
    DeviceRole role = DeviceRole::Prescription;
    /// Device.deviceName.name: how that computer's system names the printer; or a port or USB id.
    QString deviceName;
    /// Device.property[paperWidth], 0.1 mm, as fed, across the printer. 0 for what does not print.
    int paperWidthTenthMm = 0;
    /// Device.property[paperHeight], 0.1 mm.
    int paperHeightTenthMm = 0;
    /// Device.property[offsetX], 0.1 mm: everything is printed so much further right, or left when negative.
    int offsetXTenthMm = 0;
    /// Device.property[offsetY], 0.1 mm: … further down, or up when negative.
    int offsetYTenthMm = 0;
    /// Device.property[orientation].
    PaperOrientation orientation = PaperOrientation::Portrait;
    /// Device.property[copies].
    int copies = 1;
    /// Device.status: active, or withdrawn from the desk.
    bool isActive = true;

    bool operator==(const DeskDevice &) const = default;
};

/// A new row with the paper that is usual for this use; a wristband is written along its length. The device has no name yet.
DeskDevice newDeskDevice(const QString &workstation, DeviceRole role);

/// A range that holds both ends.
struct Range
{
    int least = 0;
    int most = 0;

    bool holds(int number) const { return least <= number && number <= most; }
};

inline constexpr Range kPaperTenthMm{100, 30'000}; ///< a 10 mm label to 3 m of a roll
inline constexpr Range kOffsetTenthMm{-1'000, 1'000};
inline constexpr Range kCopies{1, 99};

/// The row with blanks at the ends of its names put away, and without paper where nothing is printed. Pure.
/// \returns Invalid `device.workstation-missing`, `device.name-missing`, `device.paper` (detail: width x height in mm),
///          `device.offset` (right, down), `device.copies`, or what checkedText() says
Result<DeskDevice> checkedDevice(DeskDevice device);

/// "12.5" for 125: C locale, without a zero after the point.
QString millimetres(int tenthMm);
/// Inverse of millimetres(); at most one decimal, C locale. Invalid `device.millimetres` otherwise.
Result<int> parseMillimetres(const QString &text);

} // namespace simiao::administration

namespace simiao {

template <>
inline constexpr std::array kCodes<administration::DeviceRole>{
    "prescription", "registration-slip", "invoice", "laboratory-request", "label", "wristband", "report",
    "scanner",      "card-reader",       "scale",   "signature-pad"};

template <>
inline constexpr std::array kCodes<administration::PaperOrientation>{"portrait", "landscape"};

template <>
struct Describe<administration::DeskDevice>
{
    using D = administration::DeskDevice;
    static constexpr const char *name = "Device";
    static constexpr const char *table = "desk_device";
    static constexpr auto fields =
        recordWith<D>(field("workstation", "Device.location.display", &D::workstation),
                      field("role", "Device.type", &D::role),
                      field("device_name", "Device.deviceName.name", &D::deviceName),
                      field("paper_width_tenth_mm", "Device.property[paperWidth]", &D::paperWidthTenthMm),
                      field("paper_height_tenth_mm", "Device.property[paperHeight]", &D::paperHeightTenthMm),
                      field("offset_x_tenth_mm", "Device.property[offsetX]", &D::offsetXTenthMm),
                      field("offset_y_tenth_mm", "Device.property[offsetY]", &D::offsetYTenthMm),
                      field("orientation", "Device.property[orientation]", &D::orientation),
                      field("copies", "Device.property[copies]", &D::copies),
                      field("active", "Device.status", &D::isActive));
};

} // namespace simiao
