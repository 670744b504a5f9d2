#include "integration/dicom/objects/document.h"
#include "integration/dicom/objects/presentation_state.h"
#include "integration/dicom/objects/report.h"
#include "integration/dicom/objects/waveform.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <sys/resource.h>

#include <ctime>
#include <random>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr double kSeconds = 2;
constexpr rlim_t kMemory = rlim_t{512} << 20;
constexpr unsigned kSeed = 20'261'122;

/// Of each file; SIMIAO_MUTATIONS asks for more, with other mutations each time.
int rounds()
{
    const int asked = qEnvironmentVariableIntValue("SIMIAO_MUTATIONS");
    return asked > 0 ? asked : 60;
}

unsigned firstSeed()
{
    return qEnvironmentVariableIsSet("SIMIAO_MUTATIONS") ? std::random_device()() : kSeed;
}

/// One file for each kind of object.
const QStringList kSeeds{
    u"pydicom/test_files/reportsi.dcm"_s,
    u"pydicom/test_files/test-SR.dcm"_s,
    u"made/gsps.dcm"_s,
    u"made/ko.dcm"_s,
    u"pydicom/test_files/waveform_ecg.dcm"_s,
};

/// Memory of the process beyond which nothing can be allocated, while this lives.
class MemoryLimit
{
public:
    explicit MemoryLimit(rlim_t more)
    {
        getrlimit(RLIMIT_DATA, &m_before);
        auto limit = m_before;
        limit.rlim_cur = used() + more;
        setrlimit(RLIMIT_DATA, &limit);
    }
    ~MemoryLimit() { setrlimit(RLIMIT_DATA, &m_before); }
    Q_DISABLE_COPY_MOVE(MemoryLimit)

private:
    static rlim_t used()
    {
        QFile file(u"/proc/self/statm"_s);
        const auto fields = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QByteArrayList();
        constexpr rlim_t kPage = 4096;
        return fields.size() > 5 ? fields[5].toULongLong() * kPage : 0;
    }

    rlimit m_before{};
};

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Flips bits, overwrites lengths, removes, repeats and cuts: what cables, disks and attackers do.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(std::max<qsizetype>(limit, 1)));
    };
    const auto changes = 1 + below(8);
    for (qsizetype i = 0; i < changes && bytes.size() > 140; ++i) {
        const auto at = 132 + below(bytes.size() - 136);
        switch (below(6)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 1: qToLittleEndian(quint32{0xFFFFFFF0}, bytes.data() + at); break;
        case 2: qToBigEndian(static_cast<quint16>(random()), bytes.data() + at); break;
        case 3: bytes.remove(at, 1 + below(40)); break;
        case 4: bytes.insert(at, bytes.mid(at, 1 + below(200))); break;
        case 5: bytes.truncate(std::max<qsizetype>(at, bytes.size() / 2)); break;
        }
    }
    return bytes;
}

} // namespace

/// Damaged and hostile files, within two seconds and half a gigabyte each.
class TestObjectMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedFilesEndInTime_data();
    void damagedFilesEndInTime();

private:
    /// Opens the file in every way there is; seconds of the processor for the slowest of them.
    double secondsOf(const QByteArray &bytes);

    QTemporaryDir m_folder;
};

double TestObjectMutations::secondsOf(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"hostile.dcm"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
    file.close();

    const MemoryLimit limit(kMemory);
    double slowest = 0;
    const auto timed = [&slowest](const auto &open) {
        const double before = cpuSeconds();
        const auto answer = open();
        slowest = std::max(slowest, cpuSeconds() - before);
        if (!answer && answer.error().code.isEmpty())
            qFatal("an error without a code");
    };
    timed([&] { return dicom::readPresentationState(path); });
    timed([&] { return dicom::readReport(path); });
    timed([&] { return dicom::readWaveform(path); });
    timed([&] { return dicom::readDocument(path); });
    return slowest;
}

void TestObjectMutations::damagedFilesEndInTime_data()
{
    QTest::addColumn<QString>("name");
    REQUIRE_SHARED_DICOM(folder);
    for (const auto &seed : kSeeds)
        QTest::newRow(qPrintable(seed)) << QString(folder + u'/' + seed);
}

void TestObjectMutations::damagedFilesEndInTime()
{
    QFETCH(QString, name);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    std::mt19937 random(firstSeed());
    double slowest = 0;

    for (int i = 0; i < rounds(); ++i)
        slowest = std::max(slowest, secondsOf(mutated(whole, random)));

    QVERIFY2(slowest < kSeconds, qPrintable(u"%1 s"_s.arg(slowest)));
}

QTEST_GUILESS_MAIN(TestObjectMutations)
#include "test_object_mutations.moc"
