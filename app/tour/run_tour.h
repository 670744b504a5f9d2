#pragma once

#include <QStringList>

namespace simiao::tour {

/// `simiao --tour FILE [--language zh_CN|en] [--size WxH] [--output DIR] [--profile DIR] [--visible]`: plays the file
/// against a child of this program. One JSON line a step on stdout, a summary last. Needs no QCoreApplication.
/// \param arguments  of the command line, without the program's name
/// \returns exit code: 0 every step was good; 1 usage; 2 the file is refused or a step failed; 3 the program could not
///          be played; 77 no step failed, but some were skipped for want of a file
int runTour(const QStringList &arguments);

} // namespace simiao::tour

using simiao::tour::runTour;
