#include "core/result.h"
#include "core/task_of.h"
#include "document/print/printers.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <cmath>

namespace simiao::document {

namespace {

constexpr double kMmPerInch = 25.4;

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

Error refused(const QString &name)
{
    return {ErrorKind::Unavailable, QStringLiteral("print.refused"), name};
}

Result<void> printPage(const QString &name,
                       const PageSetup &setup,
                       const PagePaint &paint,
                       const QString &title)
{
    const auto info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return Error{ErrorKind::NotFound, QStringLiteral("print.not-installed"), name};
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(title);
    printer.setCreator(QStringLiteral("Simiao"));
    printer.setCopyCount(setup.copies);
    if (!takesPaper(printer, setup))
        return Error{ErrorKind::Invalid, QStringLiteral("print.paper"),
                     QStringLiteral("%1 x %2").arg(setup.paperMm.width()).arg(setup.paperMm.height())};
    QPainter painter;
    if (!painter.begin(&printer))
        return refused(name);
    paintPage(painter, setup, paint,
              {printer.logicalDpiX() / kMmPerInch, printer.logicalDpiY() / kMmPerInch});
    painter.end();
    return printer.printerState() == QPrinter::Error ? Result<void>(refused(name)) : ok();
}

/// One thread, because the system's printing is not made for several at once; and not the one of the screen.
class SystemPrinters : public Printers
{
public:
    SystemPrinters() { m_thread.setMaxThreadCount(1); }

    Task<Result<QStringList>> installed() override
    {
        return taskOf(QtConcurrent::run(
            &m_thread, [] { return Result<QStringList>(QPrinterInfo::availablePrinterNames()); }));
    }

    Task<Result<void>> print(QString printer, PageSetup setup, PagePaint paint, QString title) override
    {
        return taskOf(QtConcurrent::run(
            &m_thread, [printer, setup, paint, title] { return printPage(printer, setup, paint, title); }));
    }

private:
    QThreadPool m_thread;
};

} // namespace

std::shared_ptr<Printers> systemPrinters()
{
    return std::make_shared<SystemPrinters>();
}

} // namespace simiao::document
