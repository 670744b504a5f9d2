#include "imaging/report/report_lines.h"
#include "integration/dicom/objects/document.h"
#include "integration/dicom/objects/report.h"
#include "integration/dicom/objects/waveform.h"
#include "unit/dicom/outside_program.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int nodesOf(const imaging::ContentItem &item)
{
    int nodes = 1;
    for (const auto &child : item.children)
        nodes += nodesOf(child);
    return nodes;
}

/// Items that another program prints, one a line: "  <contains NUM:(,,"Area")=…>".
int nodesIn(const QString &dump)
{
    const auto lines = dump.split(u'\n');
    return static_cast<int>(
        std::ranges::count_if(lines, [](const QString &line) { return line.trimmed().startsWith(u'<'); }));
}

QString lineOf(const std::vector<imaging::ReportLine> &lines, const QString &name)
{
    const auto found = std::ranges::find(lines, name, &imaging::ReportLine::name);
    return found == lines.end() ? u"(none)"_s : found->value;
}

/// One page, one line of text, no fonts of its own.
QByteArray smallPdf()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n"
           "trailer<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace

/// Reports, waveforms and documents say what other programs say they say.
class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheItemsThatAnotherProgramFinds_data();
    void hasTheItemsThatAnotherProgramFinds();
    void readsAsText();
    void readsWhatOthersRefuse();
    void namesTheKeyImages();
    void wordsCannotPretend();
    void theEcgHasItsLeadsInMillivolts();
    void theEcgSaysWhatTheDeviceWrote();
    void samplesAreThoseOfTheFile();
    void thePdfIsTheOneThatWasPutIn();
    void survivesDamagedFiles_data();
    void survivesDamagedFiles();

private:
    QTemporaryDir m_folder;
};

void TestReports::hasTheItemsThatAnotherProgramFinds_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"highdicom/sr_document.dcm", "highdicom/sr_document_with_multiple_groups.dcm",
                             "pydicom/test_files/test-SR.dcm"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestReports::hasTheItemsThatAnotherProgramFinds()
{
    REQUIRE_SHARED_DICOM(folder);
    REQUIRE_OUTSIDE("dsrdump");
    QFETCH(QString, name);
    const QString path = folder + u'/' + name;

    const auto report = dicom::readReport(path);
    const auto dump = test::runOutside(u"dsrdump"_s, {path});

    QVERIFY(report);
    QCOMPARE(dump.exitCode, 0);
    QCOMPARE(nodesOf(report->root), nodesIn(dump.words));
    QVERIFY(report->defects.empty());
}

void TestReports::readsAsText()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto report = dicom::readReport(folder + u"/highdicom/sr_document.dcm"_s);
    QVERIFY(report);
    const auto lines = imaging::reportLines(*report);

    QCOMPARE(report->title(), u"Imaging Measurement Report"_s);
    QVERIFY(!report->isComplete);
    QVERIFY(!report->isVerified);
    QCOMPARE(lineOf(lines, u"Area of defined region"_s), u"1.7 cm2"_s);
    QCOMPARE(lineOf(lines, u"Finding"_s), u"Spinal cord"_s);
    QCOMPARE(lineOf(lines, u"Person Observer Name"_s), u"Foo"_s);
    QVERIFY(imaging::plainText(lines).contains(u"      Finding Site: Cervico-thoracic spine\n"_s));
}

/// dsrdump gives up at a reference to an unknown class; the words are worth reading nevertheless.
void TestReports::readsWhatOthersRefuse()
{
    REQUIRE_SHARED_DICOM(folder);

    REQUIRE_OUTSIDE("dcmdump");
    const QString path = folder + u"/pydicom/test_files/reportsi.dcm"_s;
    const auto valueTypes = test::runOutside(u"dcmdump"_s, {u"+P"_s, u"0040,a040"_s, path});

    const auto report = dicom::readReport(path);

    QVERIFY(report);
    QCOMPARE(nodesOf(report->root), static_cast<int>(valueTypes.words.count(u"(0040,a040)"_s)));
    QVERIFY(imaging::plainText(imaging::reportLines(*report)).size() > 100);
}

void TestReports::namesTheKeyImages()
{
    REQUIRE_SHARED_DICOM(folder);
    const int expected =
        test::readJson(folder + u"/made/expected.json"_s)[u"ko.dcm"_s][u"key_images"_s].toInt();

    const auto report = dicom::readReport(folder + u"/made/ko.dcm"_s);
    QVERIFY(report);
    const auto images = imaging::keyImagesOf(*report);

    QCOMPARE(static_cast<int>(images.size()), expected);
    QCOMPARE(images.front().sopInstanceUid, u"1.2.826.0.1.3680043.10.1399.1.83"_s);
    QCOMPARE(report->title(), u"Of Interest"_s);
}

void TestReports::wordsCannotPretend()
{
    const QString hostile = u"a\u202Eb\u2066c\u0000d\u001B[31me\r\nf\u0007<b>g</b>"_s;

    const auto text = imaging::harmless(hostile);

    QCOMPARE(text, u"abcd[31me\nf<b>g</b>"_s);
}

void TestReports::theEcgHasItsLeadsInMillivolts()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto ecg = dicom::readWaveform(folder + u"/pydicom/test_files/waveform_ecg.dcm"_s);

    QVERIFY(ecg);
    QCOMPARE(ecg->groups.size(), std::size_t{2});
    const auto &rhythm = ecg->groups.front();
    QCOMPARE(rhythm.label, u"RHYTHM"_s);
    QCOMPARE(rhythm.seconds(), 10.0);
    QStringList names;
    for (const auto &channel : rhythm.channels) {
        names.append(channel.name);
        QCOMPARE(channel.unit, u"mV"_s);
        const auto [least, most] = std::ranges::minmax(channel.values);
        QVERIFY2(least > -5 && most < 5, qPrintable(channel.name));
    }
    QCOMPARE(names, u"I II III aVR aVL aVF V1 V2 V3 V4 V5 V6"_s.split(u' '));
    QCOMPARE(ecg->filter, u"0.05–300 Hz"_s);
    QCOMPARE(ecg->acquired, u"2013-01-25T10:59:19"_s);
    // Einthoven: I + III = II, sample by sample, within a step of each lead.
    for (std::size_t i = 0; i < rhythm.channels[0].values.size(); ++i) {
        const double sum = double{rhythm.channels[0].values[i]} + double{rhythm.channels[2].values[i]};
        QVERIFY(std::abs(sum - double{rhythm.channels[1].values[i]}) < 0.006);
    }
}

void TestReports::theEcgSaysWhatTheDeviceWrote()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto ecg = dicom::readWaveform(folder + u"/pydicom/test_files/waveform_ecg.dcm"_s);
    QVERIFY(ecg);

    const auto has = [&](const QString &name, const QString &value) {
        return std::ranges::find(ecg->notes, imaging::WaveformNote{name, value}) != ecg->notes.end();
    };
    QVERIFY(has(QString(), u"ECG NORMALE"_s));
    QVERIFY(has(u"RR Interval"_s, u"982 ms"_s));
}

/// The first samples as another program prints them: interleaved, 1.25 uV each.
void TestReports::samplesAreThoseOfTheFile()
{
    REQUIRE_SHARED_DICOM(folder);
    REQUIRE_OUTSIDE("dcmdump");
    const QString path = folder + u"/pydicom/test_files/waveform_ecg.dcm"_s;
    const auto dump = test::runOutside(u"dcmdump"_s, {u"+L"_s, u"+P"_s, u"5400,1010"_s, path});
    QCOMPARE(dump.exitCode, 0);
    const auto words = dump.words.section(u"OW "_s, 1, 1).split(u'\\');
    QVERIFY(words.size() > 12);

    const auto ecg = dicom::readWaveform(path);
    QVERIFY(ecg);

    for (int i = 0; i < 12; ++i) {
        const auto stored = static_cast<qint16>(words[i].toUShort(nullptr, 16));
        const double shown = double{ecg->groups[0].channels[static_cast<std::size_t>(i)].values[0]};
        QVERIFY(std::abs(shown - stored * 0.00125) < 1e-6);
    }
}

void TestReports::thePdfIsTheOneThatWasPutIn()
{
    REQUIRE_OUTSIDE("pdf2dcm");
    const auto pdf = m_folder.filePath(u"report.pdf"_s);
    const auto path = m_folder.filePath(u"report.dcm"_s);
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(smallPdf()) == smallPdf().size());
    file.close();
    const auto made = test::runOutside(u"pdf2dcm"_s, {u"+t"_s, u"Lung function"_s, pdf, path});
    QVERIFY2(made.exitCode == 0, qPrintable(made.words));

    const auto document = dicom::readDocument(path);

    QVERIFY(document);
    QCOMPARE(document->title, u"Lung function"_s);
    QCOMPARE(document->mimeType, u"application/pdf"_s);
    QVERIFY(document->bytes.startsWith(smallPdf()));
    QVERIFY(document->bytes.size() <= smallPdf().size() + 1);
}

void TestReports::survivesDamagedFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"highdicom/sr_document.dcm", "pydicom/test_files/test-SR.dcm", "made/ko.dcm"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestReports::survivesDamagedFiles()
{
    REQUIRE_SHARED_DICOM(folder);
    QFETCH(QString, name);
    const auto whole = contentOf(folder + u'/' + name);
    QVERIFY(!whole.isEmpty());

    for (qsizetype size = 0; size < whole.size(); size += 13) {
        const auto report = dicom::parseReport(whole.first(size));
        QVERIFY(report || !report.error().code.isEmpty());
        const auto waveform = dicom::parseWaveform(whole.first(size));
        QVERIFY(!waveform);
    }

    QVERIFY(dicom::parseReport(whole));
}

QTEST_GUILESS_MAIN(TestReports)
#include "test_reports.moc"
