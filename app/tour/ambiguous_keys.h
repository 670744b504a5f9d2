#pragma once

#include <QString>

namespace simiao::tour {

/// A key that two actions want runs neither of them: the person presses it and nothing happens, and all that Qt does is to write a
/// warning. While this lives, the warning is kept. One at a time. \thread GUI
class AmbiguousKeys
{
public:
    AmbiguousKeys();
    ~AmbiguousKeys();
    Q_DISABLE_COPY_MOVE(AmbiguousKeys)

    /// The last such warning since it was taken; empty where there was none.
    QString take();
};

} // namespace simiao::tour
