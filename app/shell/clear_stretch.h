#pragma once

#include <optional>

class QRect;
class QWidget;

namespace simiao::shell {

/// Where `floating` covers nothing of its parent that is pressed or typed into: as near to `wanted` as can be within `band`, of the
/// same size; nothing where there is no such place.
std::optional<QRect> clearStretch(const QWidget *floating, const QRect &band, const QRect &wanted);

} // namespace simiao::shell
