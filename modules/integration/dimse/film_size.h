#pragma once

#include <QSizeF>
#include <QString>

namespace simiao::dimse {

/// What a Film Size ID says (PS3.3 C.13.3): "14INX17IN", "8_5INX11IN", "24CMX30CM", "A4", in mm, upright; empty where it is none of
/// these. Pure.
QSizeF filmMm(const QString &filmSizeId);

} // namespace simiao::dimse
