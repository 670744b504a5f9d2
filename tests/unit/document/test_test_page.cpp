#include "document/print/test_page.h"

#include <QTest>

#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;
using administration::DeskDevice;
using administration::DeviceRole;
using document::TestPage;

namespace {

constexpr double kThermal = 8.0;      // 203 dpi
constexpr double kLaser = 300 / 25.4; // 11.8 dots a millimetre
constexpr double kMagnified = 40.0;   // a dot is 25 micrometres

DeskDevice aDevice(DeviceRole role, int offsetX = 0, int offsetY = 0)
{
    auto device = administration::newDeskDevice(u"front-1"_s, role);
    device.deviceName = u"打印机 2"_s;
    device.offsetXTenthMm = offsetX;
    device.offsetYTenthMm = offsetY;
    return device;
}

TestPage aPage(const DeskDevice &device)
{
    return {device, u"2026-11-22 10:30"_s, u"Simiao 0.1.0"_s, {}};
}

/// A test page as dots, asked in millimetres from the paper's corner.
struct Paper
{
    QImage image;
    double dotsPerMm;

    Paper(const DeskDevice &device, double dots)
        : image(document::pageImage(document::pageSetupOf(device), document::paintOf(aPage(device)), dots))
        , dotsPerMm(dots)
    {
    }

    bool hasInk(double x, double y) const
    {
        return qGray(image.pixel(int(x * dotsPerMm), int(y * dotsPerMm))) < 128;
    }
    bool hasInk(const QRectF &place) const
    {
        for (double y = place.top(); y < place.bottom(); y += 1 / dotsPerMm) {
            for (double x = place.left(); x < place.right(); x += 1 / dotsPerMm) {
                if (hasInk(x, y))
                    return true;
            }
        }
        return false;
    }
    /// How many dots of ink follow each other to the right.
    int inkFrom(double x, double y) const
    {
        int dots = 0;
        while (hasInk(x + dots / dotsPerMm, y))
            ++dots;
        return dots;
    }
};

} // namespace

class TestTestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulersCountFromThePaperMovedByTheOffset_data()
    {
        QTest::addColumn<double>("dotsPerMm");
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("down");
        for (const auto &[name, dots] : {std::pair("203 dpi", kThermal), std::pair("300 dpi", kLaser)}) {
            QTest::addRow("%s", name) << dots << 0 << 0;
            QTest::addRow("%s, right and up", name) << dots << 20 << -5;
            QTest::addRow("%s, left and down", name) << dots << -15 << 30;
        }
    }
    void rulersCountFromThePaperMovedByTheOffset()
    {
        QFETCH(double, dotsPerMm);
        QFETCH(int, right);
        QFETCH(int, down);
        const Paper paper(aDevice(DeviceRole::Prescription, right, down), dotsPerMm);
        const auto ink = [&](double x, double y) { return paper.hasInk(x + right / 10.0, y + down / 10.0); };

        for (int mm = 20; mm <= 130; ++mm) { // 148 x 210, frame at 10: short ticks begin 3 from it
            QVERIFY2(ink(mm, 9), qPrintable(u"top %1"_s.arg(mm)));
            QVERIFY2(!ink(mm + 0.5, 9), qPrintable(u"top between %1"_s.arg(mm)));
            QVERIFY2(ink(mm, 201), qPrintable(u"bottom %1"_s.arg(mm)));
            QVERIFY2(!ink(mm + 0.5, 201), qPrintable(u"bottom between %1"_s.arg(mm)));
            QVERIFY2(ink(9, mm), qPrintable(u"left %1"_s.arg(mm)));
            QVERIFY2(!ink(9, mm + 0.5), qPrintable(u"left between %1"_s.arg(mm)));
            QVERIFY2(ink(139, mm), qPrintable(u"right %1"_s.arg(mm)));
        }
    }

    void everyFifthAndTenthTickIsLonger()
    {
        const Paper paper(aDevice(DeviceRole::Prescription), kLaser);
        QVERIFY(!paper.hasInk(54, 6.5)); // 7 … 10
        QVERIFY(paper.hasInk(55, 6.5));  // 5.5 … 10
        QVERIFY(!paper.hasInk(55, 5));
        QVERIFY(paper.hasInk(60, 5)); // 4 … 10
        QVERIFY(!paper.hasInk(60, 3.5));
        QVERIFY(paper.hasInk({60.4, 4, 3, 2})); // its number
    }

    void theFrameStandsWhereThePageSays_data()
    {
        QTest::addColumn<double>("dotsPerMm");
        QTest::newRow("203 dpi") << kThermal;
        QTest::newRow("300 dpi") << kLaser;
    }
    void theFrameStandsWhereThePageSays()
    {
        QFETCH(double, dotsPerMm);
        const Paper paper(aDevice(DeviceRole::Prescription, 20, 10), dotsPerMm);
        QCOMPARE(document::testPageLayout({148, 210}).insetMm, 10);
        for (const double across : {30.3, 75.4, 120.6}) {
            QVERIFY(paper.hasInk(across, 10 + 1));
            QVERIFY(paper.hasInk(across, 200 + 1));
            QVERIFY(paper.hasInk(10 + 2, across));
            QVERIFY(paper.hasInk(138 + 2, across));
            QVERIFY(!paper.hasInk(across, 10 + 1 + 0.5));
            QVERIFY(!paper.hasInk(10 + 2 + 0.5, across));
        }
    }

    void barsHaveTheWidthsTheySay()
    {
        const auto device = aDevice(DeviceRole::Label);
        const Paper paper(device, kMagnified);
        const auto layout = document::testPageLayout(document::pageSetupOf(device).contentMm());
        const auto bars = document::testBars(layout);

        QCOMPARE(bars.size(), document::kBarWidthsMm.size() * 3);
        for (const auto &bar : bars) {
            const double middle = bar.center().y();
            const int dots = paper.inkFrom(bar.left() + 0.5 / kMagnified, middle);
            QVERIFY2(std::abs(dots - bar.width() * kMagnified) <= 1, qPrintable(QString::number(dots)));
            QVERIFY(!paper.hasInk(bar.right() + bar.width() / 2, middle));
        }
    }

    void narrowPaperHasTheBarsThatFit()
    {
        const auto layout = document::testPageLayout({25, 250});
        const auto bars = document::testBars(layout);
        QVERIFY(!bars.empty());
        QVERIFY(bars.size() < document::kBarWidthsMm.size() * 3);
        QVERIFY(bars.back().right() <= layout.bars.right());
    }

    void everythingStandsInsideTheFrameOnAnyPaper_data()
    {
        QTest::addColumn<QSizeF>("paper");
        for (std::size_t i = 0; i < kCodes<DeviceRole>.size(); ++i) {
            const auto role = DeviceRole(i);
            if (isPrinter(role))
                QTest::newRow(qPrintable(codeOf(role)))
                    << document::pageSetupOf(administration::newDeskDevice({}, role)).contentMm();
        }
        QTest::newRow("smallest") << QSizeF(10, 10);
        QTest::newRow("roll") << QSizeF(80, 3000);
    }
    void everythingStandsInsideTheFrameOnAnyPaper()
    {
        QFETCH(QSizeF, paper);
        const auto layout = document::testPageLayout(paper);
        QVERIFY(QRectF({}, paper).contains(layout.frame));
        QVERIFY(layout.frame.contains(layout.texts));
        QVERIFY(layout.frame.contains(layout.bars));
        QVERIFY(layout.texts.bottom() <= layout.bars.top());
        QVERIFY(layout.texts.height() > 0);
    }

    void saysWhatIsSetUp_data()
    {
        QTest::addColumn<DeviceRole>("role");
        QTest::newRow("sheet") << DeviceRole::Prescription;
        QTest::newRow("label") << DeviceRole::Label;
        QTest::newRow("wristband") << DeviceRole::Wristband;
    }
    /// Each fact changes the picture, and only within the texts.
    void saysWhatIsSetUp()
    {
        QFETCH(DeviceRole, role);
        const auto device = aDevice(role);
        const auto page = aPage(device);
        auto printer = page;
        printer.device.deviceName = u"B"_s;
        auto desk = page;
        desk.device.workstation = u"B"_s;
        auto use = page;
        use.device.role = role == DeviceRole::Report ? DeviceRole::Label : DeviceRole::Report;
        auto time = page;
        time.printed = u"2026-11-23 09:00"_s;
        auto program = page;
        program.program = u"B"_s;
        auto mark = page;
        mark.mark = u"B"_s;
        const auto texts = document::testPageLayout(document::pageSetupOf(device).contentMm()).texts;
        const auto before = picture(page);
        for (const auto &other : {printer, desk, use, time, program, mark}) {
            const auto after = picture(other);
            QVERIFY(inside(after, texts) != inside(before, texts));
            QVERIFY(outside(after, texts) == outside(before, texts));
        }
    }

    void landscapeTurnsThePage()
    {
        auto device = aDevice(DeviceRole::Prescription);
        device.orientation = administration::PaperOrientation::Landscape;
        const Paper paper(device, kThermal);
        QCOMPARE(paper.image.size(), QSize(1680, 1184));
        QVERIFY(paper.hasInk(195, 139)); // beyond the width of the sheet as fed
        QVERIFY(!paper.hasInk(195.5, 139));
    }

    void whatDoesNotPrintHasNoPage()
    {
        const auto device = aDevice(DeviceRole::Scanner);
        QVERIFY(
            document::pageImage(document::pageSetupOf(device), document::paintOf(aPage(device)), 8).isNull());
    }

private:
    static QImage picture(const TestPage &page)
    {
        return document::pageImage(document::pageSetupOf(page.device), document::paintOf(page), kThermal);
    }
    static QRect dots(const QRectF &mm)
    {
        return QRectF(mm.topLeft() * kThermal, mm.size() * kThermal).toAlignedRect();
    }
    static QImage inside(const QImage &image, const QRectF &mm) { return image.copy(dots(mm)); }
    static QImage outside(QImage image, const QRectF &mm)
    {
        const auto place = dots(mm);
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x)
                image.setPixel(x, y, 0);
        }
        return image;
    }
};

QTEST_MAIN(TestTestPage)
#include "test_test_page.moc"
