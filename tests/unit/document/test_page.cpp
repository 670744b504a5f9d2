#include "document/print/test_page.h"

#include "document/print/page.h"
#include "document/print/pdf.h"
#include "document/print/printers.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using administration::DeskDevice;
using administration::DeviceRole;
using document::PageSetup;

namespace {

/// A black square of 10 mm, 5 mm from the corner.
void paintSquare(QPainter &painter)
{
    painter.fillRect(QRectF(5, 5, 10, 10), Qt::black);
}

/// Where there is ink, in dots.
QRect inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceIsASetupInMillimetres()
    {
        DeskDevice device = administration::newDeskDevice(u"front-1"_s, DeviceRole::Wristband);
        device.offsetXTenthMm = -15;
        device.copies = 3;

        const auto setup = document::pageSetupOf(device);

        QCOMPARE(setup.paperMm, QSizeF(25, 250));
        QCOMPARE(setup.contentMm(), QSizeF(250, 25));
        QCOMPARE(setup.offsetMm, QPointF(-1.5, 0));
        QCOMPARE(setup.copies, 3);
    }

    void theOffsetMovesAllOfThePage_data()
    {
        QTest::addColumn<double>("dotsPerMm");
        QTest::addColumn<QPointF>("offset");
        QTest::addColumn<QRect>("ink");
        QTest::newRow("none") << 4.0 << QPointF() << QRect(20, 20, 40, 40);
        QTest::newRow("right and down") << 4.0 << QPointF(1.5, 2) << QRect(26, 28, 40, 40);
        QTest::newRow("left and up") << 4.0 << QPointF(-1.5, -2) << QRect(14, 12, 40, 40);
        QTest::newRow("finer") << 10.0 << QPointF(-1.5, -2) << QRect(35, 30, 100, 100);
        QTest::newRow("off the paper") << 4.0 << QPointF(-10, 0) << QRect(0, 20, 20, 40);
    }
    void theOffsetMovesAllOfThePage()
    {
        QFETCH(double, dotsPerMm);
        QFETCH(QPointF, offset);
        QFETCH(QRect, ink);
        const PageSetup setup{{30, 40}, offset};
        QCOMPARE(inkOf(document::pageImage(setup, paintSquare, dotsPerMm)), ink);
    }

    void qtIsToldTheWholePaperWithoutMargins()
    {
        const auto layout = document::pageLayout({{50, 30}, {}, QPageLayout::Landscape});
        QVERIFY(layout.isValid());
        QCOMPARE(layout.orientation(), QPageLayout::Landscape);
        QCOMPARE(layout.fullRect(QPageLayout::Millimeter), layout.paintRect(QPageLayout::Millimeter));
        QVERIFY(qAbs(layout.fullRect(QPageLayout::Millimeter).width() - 30) < 0.5);
    }

    void aPdfHasThePaperAndThePage()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"page.pdf"_s);
        const auto device = administration::newDeskDevice(u"front-1"_s, DeviceRole::Prescription);
        const auto setup = document::pageSetupOf(device);

        const auto written =
            document::writePdf(path, setup, document::paintOf({device, {}, {}, {}}), u"测试"_s);
        const auto blank = document::writePdf(folder.filePath(u"blank.pdf"_s), setup, [](QPainter &) {}, {});

        QVERIFY(written && blank);
        const auto pdf = contentOf(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        static const QRegularExpression box(u"/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"_s);
        const auto match = box.match(QString::fromLatin1(pdf));
        QVERIFY(match.hasMatch());
        QVERIFY(qAbs(match.captured(1).toDouble() - 148 / 25.4 * 72) < 1); // points
        QVERIFY(qAbs(match.captured(2).toDouble() - 210 / 25.4 * 72) < 1);
        QVERIFY(pdf.contains("/FontFile")); // the texts are texts
        QVERIFY(pdf.size() > 2 * contentOf(folder.filePath(u"blank.pdf"_s)).size());
    }

    void aPdfThatCannotBeWrittenIsToldOf()
    {
        QTemporaryDir folder;
        const auto written =
            document::writePdf(folder.filePath(u"none/page.pdf"_s), {{50, 30}}, paintSquare, {});
        QVERIFY(!written);
        QVERIFY(written.error().code.startsWith(u"disk."_s));
    }

    void aPrinterThatIsNotInstalledIsNamed()
    {
        const auto printers = document::systemPrinters();
        const auto installed = QCoro::waitFor(printers->installed());
        QVERIFY(installed);
        QVERIFY(!installed->contains(u"Printer of nobody"_s));

        const auto printed =
            QCoro::waitFor(printers->print(u"Printer of nobody"_s, {{50, 30}}, paintSquare, u"test"_s));

        QCOMPARE(printed.error().code, u"print.not-installed"_s);
        QCOMPARE(printed.error().detail, u"Printer of nobody"_s);
    }
};

QTEST_MAIN(TestPage)
#include "test_page.moc"
