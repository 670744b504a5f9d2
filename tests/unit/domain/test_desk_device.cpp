#include "domain/administration/desk_device.h"
#include "unit/domain/refusal.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace administration;

namespace {

DeskDevice aPrinter()
{
    DeskDevice device;
    device.workstation = u"front-1"_s;
    device.role = DeviceRole::Label;
    device.deviceName = u"Label printer"_s;
    device.paperWidthTenthMm = 500;
    device.paperHeightTenthMm = 300;
    return device;
}

} // namespace

class TestDeskDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesLoseTheirBlanks()
    {
        auto device = aPrinter();
        device.workstation = u" front-1 "_s;
        device.deviceName = u"\tLabel printer\n"_s;
        QVERIFY(*checkedDevice(device) == aPrinter());
    }

    void whatDoesNotFitIsNamed_data()
    {
        using Change = void (*)(DeskDevice &);
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, Change change, const QString &refusal) {
            QTest::newRow(name) << change << refusal;
        };
        row("desk", [](DeskDevice &d) { d.workstation = u"  "_s; }, u"device.workstation-missing"_s);
        row("name", [](DeskDevice &d) { d.deviceName.clear(); }, u"device.name-missing"_s);
        row("NUL", [](DeskDevice &d) { d.deviceName = u"a"_s + QChar(0); }, u"text.nul 1"_s);
        row("narrow", [](DeskDevice &d) { d.paperWidthTenthMm = 99; }, u"device.paper 9.9 x 30"_s);
        row("long", [](DeskDevice &d) { d.paperHeightTenthMm = 30'001; }, u"device.paper 50 x 3000.1"_s);
        row("left", [](DeskDevice &d) { d.offsetXTenthMm = -1'001; }, u"device.offset -100.1, 0"_s);
        row("down", [](DeskDevice &d) { d.offsetYTenthMm = 1'001; }, u"device.offset 0, 100.1"_s);
        row("none", [](DeskDevice &d) { d.copies = 0; }, u"device.copies 0"_s);
        row("many", [](DeskDevice &d) { d.copies = 100; }, u"device.copies 100"_s);
    }
    void whatDoesNotFitIsNamed()
    {
        using Change = void (*)(DeskDevice &);
        QFETCH(Change, change);
        QFETCH(QString, refusal);
        auto device = aPrinter();
        change(device);
        QCOMPARE(refusalWithDetail(checkedDevice(device)).trimmed(), refusal);
    }

    void theEndsOfTheRangesFit()
    {
        auto device = aPrinter();
        device.paperWidthTenthMm = kPaperTenthMm.least;
        device.paperHeightTenthMm = kPaperTenthMm.most;
        device.offsetXTenthMm = kOffsetTenthMm.least;
        device.offsetYTenthMm = kOffsetTenthMm.most;
        device.copies = kCopies.most;
        QCOMPARE(refusalWithDetail(checkedDevice(device)), QString());
    }

    void whatDoesNotPrintHasNoPaper()
    {
        auto device = aPrinter();
        device.role = DeviceRole::Scanner;
        device.copies = 700;
        device.offsetYTenthMm = 20;

        const auto checked = *checkedDevice(device);

        QCOMPARE(checked.paperWidthTenthMm, 0);
        QCOMPARE(checked.paperHeightTenthMm, 0);
        QCOMPARE(checked.offsetYTenthMm, 0);
        QCOMPARE(checked.copies, 1);
    }

    void eachUseHasAWordOfItsOwnAndPrintersHavePaper()
    {
        QSet<QString> words;
        for (std::size_t i = 0; i < kCodes<DeviceRole>.size(); ++i) {
            const auto role = DeviceRole(i);
            words.insert(titleOf(role).en);
            words.insert(titleOf(role).zh);
            QCOMPARE(isPrinter(role), role < DeviceRole::Scanner);
            QCOMPARE(kPaperTenthMm.holds(usualPaper(role).widthTenthMm), isPrinter(role));
            QCOMPARE(kPaperTenthMm.holds(usualPaper(role).heightTenthMm), isPrinter(role));
        }
        QCOMPARE(std::size_t(words.size()), 2 * kCodes<DeviceRole>.size());
    }

    void millimetresAreWrittenAndReadExactly_data()
    {
        QTest::addColumn<int>("tenths");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 2100 << u"210"_s;
        QTest::newRow("tenth") << 1 << u"0.1"_s;
        QTest::newRow("less") << -15 << u"-1.5"_s;
        QTest::newRow("nothing") << 0 << u"0"_s;
    }
    void millimetresAreWrittenAndReadExactly()
    {
        QFETCH(int, tenths);
        QFETCH(QString, text);
        QCOMPARE(millimetres(tenths), text);
        QCOMPARE(*parseMillimetres(text), tenths);
    }

    void whatIsNoTenthOfAMillimetreIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "A4", "1,5", "0.05", "100000", "-100000", "999999999999999999", "1e3"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoTenthOfAMillimetreIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(parseMillimetres(text).error().code, u"device.millimetres"_s);
    }

    void aZeroAtTheEndIsNoSecondDecimal() { QCOMPARE(*parseMillimetres(u" 12.50 "_s), 125); }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDeskDevice)
#include "test_desk_device.moc"
