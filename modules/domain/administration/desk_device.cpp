#include "domain/administration/desk_device.h"

#include "core/text.h"

namespace simiao::administration {

namespace {

struct RoleFacts
{
    LocalText title;
    PaperSize paper;
};

/// In the order of DeviceRole. Paper as Chinese clinics usually feed it: prescriptions on A5, slips on an 80 mm roll.
const std::array<RoleFacts, kCodes<DeviceRole>.size()> &roleFacts()
{
    static const std::array<RoleFacts, kCodes<DeviceRole>.size()> facts{
        {{{QStringLiteral("Prescription"), QStringLiteral("处方")}, {1480, 2100}},
         {{QStringLiteral("Registration slip"), QStringLiteral("挂号凭条")}, {800, 1200}},
         {{QStringLiteral("Invoice"), QStringLiteral("发票")}, {2100, 1400}},
         {{QStringLiteral("Laboratory request"), QStringLiteral("检验申请单")}, {1480, 2100}},
         {{QStringLiteral("Label"), QStringLiteral("标签")}, {500, 300}},
         {{QStringLiteral("Wristband"), QStringLiteral("腕带")}, {250, 2500}},
         {{QStringLiteral("Report"), QStringLiteral("报告")}, {2100, 2970}},
         {{QStringLiteral("Scanner"), QStringLiteral("扫码枪")}, {}},
         {{QStringLiteral("Card reader"), QStringLiteral("读卡器")}, {}},
         {{QStringLiteral("Scale"), QStringLiteral("体重秤")}, {}},
         {{QStringLiteral("Signature pad"), QStringLiteral("签名板")}, {}}}};
    return facts;
}

Error invalid(const QString &reason, const QString &detail = {})
{
    return {ErrorKind::Invalid, QStringLiteral("device.") + reason, detail};
}

Result<void> checkPaper(const DeskDevice &device)
{
    const auto width = millimetres(device.paperWidthTenthMm);
    const auto height = millimetres(device.paperHeightTenthMm);
    if (!kPaperTenthMm.holds(device.paperWidthTenthMm) || !kPaperTenthMm.holds(device.paperHeightTenthMm))
        return invalid(QStringLiteral("paper"), QStringLiteral("%1 x %2").arg(width, height));
    if (!kOffsetTenthMm.holds(device.offsetXTenthMm) || !kOffsetTenthMm.holds(device.offsetYTenthMm))
        return invalid(QStringLiteral("offset"),
                       QStringLiteral("%1, %2").arg(millimetres(device.offsetXTenthMm),
                                                    millimetres(device.offsetYTenthMm)));
    if (!kCopies.holds(device.copies))
        return invalid(QStringLiteral("copies"), QString::number(device.copies));
    return ok();
}

DeskDevice withoutPaper(DeskDevice device)
{
    device.paperWidthTenthMm = 0;
    device.paperHeightTenthMm = 0;
    device.offsetXTenthMm = 0;
    device.offsetYTenthMm = 0;
    device.orientation = PaperOrientation::Portrait;
    device.copies = 1;
    return device;
}

} // namespace

bool isPrinter(DeviceRole role)
{
    return usualPaper(role) != PaperSize{};
}

const LocalText &titleOf(DeviceRole role)
{
    return roleFacts()[std::size_t(role)].title;
}

PaperSize usualPaper(DeviceRole role)
{
    return roleFacts()[std::size_t(role)].paper;
}

DeskDevice newDeskDevice(const QString &workstation, DeviceRole role)
{
    DeskDevice device;
    device.workstation = workstation;
    device.role = role;
    device.paperWidthTenthMm = usualPaper(role).widthTenthMm;
    device.paperHeightTenthMm = usualPaper(role).heightTenthMm;
    if (role == DeviceRole::Wristband)
        device.orientation = PaperOrientation::Landscape;
    return device;
}

Result<DeskDevice> checkedDevice(DeskDevice device)
{
    TRY(device.workstation, checkedText(device.workstation.trimmed()));
    TRY(device.deviceName, checkedText(device.deviceName.trimmed()));
    if (device.workstation.isEmpty())
        return invalid(QStringLiteral("workstation-missing"));
    if (device.deviceName.isEmpty())
        return invalid(QStringLiteral("name-missing"));
    if (!isPrinter(device.role))
        return withoutPaper(std::move(device));
    TRY_VOID(checkPaper(device));
    return device;
}

QString millimetres(int tenthMm)
{
    return Decimal::fromParts(tenthMm, 1).normalized().toString();
}

Result<int> parseMillimetres(const QString &text)
{
    const Decimal most(100'000); // no paper is 100 m long, and an int holds it
    const auto number = Decimal::parse(text.trimmed()).value_or(most).normalized();
    if (number.scale() > 1 || number >= most || number <= Decimal(-100'000))
        return invalid(QStringLiteral("millimetres"), text);
    return int(number.coefficient() * (number.scale() == 0 ? 10 : 1));
}

} // namespace simiao::administration
