#pragma once

#include "core/task.h"
#include "document/print/page.h"

#include <QStringList>

#include <memory>

namespace simiao::document {

/// The printers of this computer. Asking and printing may take seconds where a print server is slow, so nobody waits on the
/// spot. \thread  GUI; the tasks resume there
class Printers
{
public:
    virtual ~Printers() = default;

    /// Their names, as this computer's system has them, in its order.
    virtual Task<Result<QStringList>> installed() = 0;

    /// Hands one page to the printer's queue; what becomes of it there is not known here.
    /// \returns NotFound `print.not-installed` (the name); Invalid `print.paper` (width x height in mm) when the printer
    ///          does not take such paper; Unavailable `print.refused` (the name) when its queue takes nothing
    virtual Task<Result<void>> print(QString printer, PageSetup setup, PagePaint paint, QString title) = 0;
};

/// Those of the system, through Qt: CUPS or Windows.
std::shared_ptr<Printers> systemPrinters();

} // namespace simiao::document
