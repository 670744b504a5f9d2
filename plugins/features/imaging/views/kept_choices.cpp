#include "imaging/views/kept_choices.h"

#include "core/log.h"
#include "imaging/views/hanging.h"
#include "imaging/views/screen_calibration.h"
#include "imaging/views/viewport_screens.h"

#include <QCoroTask>

namespace simiao::viewer {

namespace {

// Keys of the person's settings.
const QString kLayouts = QStringLiteral("imaging.layouts");
const QString kScreens = QStringLiteral("imaging.screens");
const QString kMeasures = QStringLiteral("imaging.screen-measures");

} // namespace

KeptChoices::KeptChoices(sdk::Desk *desk,
                         Hanging *hanging,
                         ViewportScreens *screens,
                         ScreenCalibration *calibration,
                         QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    hanging->setMemory(LayoutMemory::fromText(desk->settings().text(kLayouts)));
    screens->setMemory(ScreenMemory::fromText(desk->settings().text(kScreens)));
    calibration->setMeasures(ScreenMeasures::fromText(desk->settings().text(kMeasures)));
    connect(calibration, &ScreenCalibration::remembered, this,
            [this, calibration] { keep(kMeasures, calibration->measures().toText()); });
    connect(hanging, &Hanging::remembered, this,
            [this, hanging] { keep(kLayouts, hanging->memory().toText()); });
    connect(screens, &ViewportScreens::remembered, this,
            [this, screens] { keep(kScreens, screens->memory().toText()); });
}

/// A choice that could not be kept holds until the program ends, and is no reason to stop anybody's work.
void KeptChoices::keep(const QString &setting, const QString &value)
{
    const auto context = m_desk->context();
    QCoro::connect(workflow::changeSetting(context, context.newCommand(), m_desk->reference().settings,
                                           administration::SettingLevel::User, setting, value),
                   this, [](const Result<administration::Setting> &kept) {
                       if (!kept)
                           log::error(kept.error());
                   });
}

} // namespace simiao::viewer
