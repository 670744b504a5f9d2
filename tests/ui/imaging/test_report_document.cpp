#include "imaging/models/pdf_reader.h"
#include "imaging/views/report_document.h"
#include "ui/theme/apply_theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// Two pages; the second is black in its upper half.
QByteArray aPdf()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    writer.newPage();
    painter.fillRect(QRect(0, 0, writer.width(), writer.height() / 2), Qt::black);
    painter.end();
    return buffer.data();
}

workflow::EncapsulatedDocument aDocument(const QByteArray &bytes)
{
    return {.title = u"Report"_s, .mimeType = u"application/pdf"_s, .created = {}, .bytes = bytes};
}

/// Whether this build draws PDFs at all.
bool canRead()
{
    viewer::PdfReader reader(aPdf());
    const QSignalSpy opened(&reader, &viewer::PdfReader::opened);
    return QTest::qWaitFor([&opened] { return !opened.isEmpty(); }, 20'000)
        && opened.front().front().toInt() > 0;
}

} // namespace

/// Encapsulated documents, page by page.
class TestReportDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void paintsPageByPage();
    void saysWhatIsNoPdf();
    void goesWhileAPageIsPainted();
};

void TestReportDocument::initTestCase()
{
    ui::applyTheme(*qApp, {});
    if (!canRead())
        QSKIP("built without Qt PDF (qt6-pdf-dev)");
}

void TestReportDocument::paintsPageByPage()
{
    viewer::ReportDocument view;
    view.resize(420, 594);

    view.setDocument(aDocument(aPdf()));

    QVERIFY(!view.isDrawn()); // nobody waits for it
    QVERIFY2(view.text().contains(u"Opening Report"_s), qPrintable(view.text()));
    QTRY_VERIFY(!view.picture().isNull());
    QCOMPARE(view.text(), u"Report, page 1 of 2"_s);
    QCOMPARE(view.picture().pixelColor(view.picture().width() / 2, view.picture().height() / 4),
             QColor(Qt::white));
    view.leaf(1);
    QCOMPARE(view.text(), u"Report, page 2 of 2"_s);
    QTRY_COMPARE(view.picture().pixelColor(view.picture().width() / 2, view.picture().height() / 4),
                 QColor(Qt::black));
    QCOMPARE(view.picture().pixelColor(view.picture().width() / 2, view.picture().height() * 3 / 4),
             QColor(Qt::white));
}

void TestReportDocument::saysWhatIsNoPdf()
{
    viewer::ReportDocument view;
    view.resize(420, 594);

    view.setDocument(aDocument(aPdf().first(200)));

    QTRY_VERIFY2(view.text().contains(u"cannot be shown here"_s), qPrintable(view.text()));
    QVERIFY(view.picture().isNull());
}

/// Another report is looked at before this one was read.
void TestReportDocument::goesWhileAPageIsPainted()
{
    auto view = std::make_unique<viewer::ReportDocument>();
    view->resize(420, 594);
    view->setDocument(aDocument(aPdf()));
    view->setDocument(aDocument(aPdf()));

    QTRY_VERIFY(!view->picture().isNull());
    view->zoomBy(2);
    view.reset();

    QVERIFY(canRead()); // what was under way has ended without harm
}

QTEST_MAIN(TestReportDocument)
#include "test_report_document.moc"
