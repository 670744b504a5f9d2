#include "document/print/open_printer.h"

#include <QPrinter>
#include <QPrinterInfo>

#include <cmath>

namespace simiao::document {

namespace {

/// A driver rounds to its own units; what is more than this off is another paper.
bool isAbout(QSizeF a, QSizeF b)
{
    constexpr double kToleranceMm = 1.0;
    return std::abs(a.width() - b.width()) < kToleranceMm && std::abs(a.height() - b.height()) < kToleranceMm;
}

bool takesPaper(QPrinter &printer, const PageSetup &setup)
{
    const auto layout = pageLayout(setup);
    printer.setFullPage(true);
    printer.setPageSize(layout.pageSize());
    printer.setPageOrientation(setup.orientation);
    return isAbout(printer.pageLayout().pageSize().size(QPageSize::Millimeter), setup.paperMm);
}

} // namespace

Result<std::shared_ptr<QPrinter>> openPrinter(const QString &name,
                                              const PageSetup &setup,
                                              const QString &title)
{
    const auto info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return Error{ErrorKind::NotFound, QStringLiteral("print.not-installed"), name};
    auto printer = std::make_shared<QPrinter>(info, QPrinter::HighResolution);
    printer->setDocName(title);
    printer->setCreator(QStringLiteral("Simiao"));
    printer->setCopyCount(setup.copies);
    if (!takesPaper(*printer, setup))
        return Error{ErrorKind::Invalid, QStringLiteral("print.paper"),
                     QStringLiteral("%1 x %2").arg(setup.paperMm.width()).arg(setup.paperMm.height())};
    return printer;
}

Error printerRefused(const QString &name)
{
    return {ErrorKind::Unavailable, QStringLiteral("print.refused"), name};
}

} // namespace simiao::document
