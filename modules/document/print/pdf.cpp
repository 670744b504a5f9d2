#include "document/print/pdf.h"

#include "core/atomic_file.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace simiao::document {

namespace {

constexpr int kDotsPerInch = 1200; // 0.02 mm: finer than any printer's dot
constexpr double kMmPerInch = 25.4;

} // namespace

Result<void> writePdf(const QString &path,
                      const PageSetup &setup,
                      const PagePaint &paint,
                      const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(pageLayout(setup));
    writer.setResolution(kDotsPerInch);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Simiao"));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorKind::Internal, QStringLiteral("print.pdf"), path};
    constexpr double kDotsPerMm = kDotsPerInch / kMmPerInch;
    paintPage(painter, setup, paint, {kDotsPerMm, kDotsPerMm});
    painter.end();
    return AtomicFile(systemDisk()).write(path, buffer.data());
}

} // namespace simiao::document
