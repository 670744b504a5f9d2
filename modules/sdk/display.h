#pragma once

#include "sdk/profile_kind.h"
#include "workflow/context.h"
#include "workflow/reference_data.h"

#include <QLocale>

namespace simiao::sdk {

/// What a window that belongs to no session is given: a waiting-room display, a kiosk. By value; all it points to outlives
/// the window.
struct DisplayContext
{
    /// Of nobody: every use case that asks for a permission refuses it.
    workflow::Context context;
    const workflow::ReferenceData *reference = nullptr;
    /// Of the interface when the window is made. When it changes, windows get a QEvent::LanguageChange and QLocale() is the
    /// new one.
    QLocale locale;
    /// Whose people they are. The program marks the window itself; here it is for what else says so.
    ProfileKind profileKind = ProfileKind::Real;
};

} // namespace simiao::sdk
