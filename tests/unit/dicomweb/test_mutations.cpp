#include "integration/dicomweb/json_dataset.h"
#include "integration/dicomweb/media_type.h"
#include "integration/dicomweb/multipart_reader.h"
#include "integration/dicomweb/object_identity.h"
#include "integration/dicomweb/store_answer.h"
#include "integration/dicomweb/study_answers.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QtTest>

#include <random>

using namespace simiao;
using namespace simiao::dicomweb;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kSeed = 20'261'122;
constexpr qint64 kMostOfPart = 4096;

/// Of each seed; SIMIAO_MUTATIONS asks for more, with other mutations each time.
int rounds()
{
    const int asked = qEnvironmentVariableIntValue("SIMIAO_MUTATIONS");
    return asked > 0 ? asked : 5000;
}

unsigned firstSeed()
{
    return qEnvironmentVariableIsSet("SIMIAO_MUTATIONS") ? std::random_device()() : kSeed;
}

/// Flips bits, removes, repeats, cuts, and puts in what parsers trip over.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static const QList<QByteArray> words{"\r\n", "\r\n\r\n", "--b",        "--b--",   "{",
                                         "[",    "null",     "1e400",      "\\ud800", "\"\":{}",
                                         "\0",   "\xff",     "4294967295", "-1"};
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(std::max<qsizetype>(limit, 1)));
    };
    const auto changes = 1 + below(5);
    for (qsizetype i = 0; i < changes && bytes.size() > 8; ++i) {
        const auto at = below(bytes.size());
        switch (below(5)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 1: bytes.remove(at, 1 + below(20)); break;
        case 2: bytes.insert(at, bytes.mid(at, 1 + below(60))); break;
        case 3: bytes.insert(at, words[below(words.size())]); break;
        case 4: bytes.truncate(std::max<qsizetype>(at, bytes.size() / 2)); break;
        }
    }
    return bytes;
}

/// What every error of a parser must be: told, with a place or a reason.
template <typename T>
bool isTold(const Result<T> &result)
{
    return result || (!result.error().code.isEmpty() && result.error().kind != ErrorKind::Internal);
}

const QByteArray kStudies = R"([{"0020000D": {"vr": "UI", "Value": ["1.2.3"]},
    "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Wang^Xiaoming", "Ideographic": "王^小明"}]},
    "00201206": {"vr": "IS", "Value": [2]}, "00080061": {"vr": "CS", "Value": ["CT", null]}}, {}])";
const QByteArray kStored =
    R"({"00081199": {"vr": "SQ", "Value": [{"00081155": {"vr": "UI", "Value": ["1.2"]}}]},
    "00081198": {"vr": "SQ", "Value": [{"00081155": {"vr": "UI", "Value": ["1.3"]},
    "00081197": {"vr": "US", "Value": [42752]}}]}})";

} // namespace

/// Damaged and hostile answers: every parser ends, says why, and hands on no more than it may.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datasetsAreReadOrRefused();
    void storeAnswersAreReadOrRefused();
    void partsAreReadOrRefused();
    void objectsAreReadOrRefused();
    void mediaTypesAreRead();
};

void TestMutations::datasetsAreReadOrRefused()
{
    std::mt19937 random(firstSeed());
    for (int round = 0; round < rounds(); ++round) {
        const auto bytes = mutated(kStudies, random);
        const auto read = readDatasets(bytes);
        QVERIFY2(isTold(read), bytes.constData());
        if (!read)
            continue;
        const auto studies = readStudies(*read);
        QCOMPARE(studies.rows.size() + std::size_t(studies.left), read->size());
        for (const auto &study : studies.rows)
            QVERIFY2(isUsableUid(study.studyInstanceUid), bytes.constData());
    }
}

void TestMutations::storeAnswersAreReadOrRefused()
{
    std::mt19937 random(firstSeed());
    const QStringList sent{u"1.2"_s, u"1.3"_s};
    for (int round = 0; round < rounds(); ++round) {
        const auto bytes = mutated(kStored, random);
        const auto read = readStoreAnswer({.status = 200, .body = bytes}, sent, QUrl(u"http://127.0.0.1"_s));
        QVERIFY2(isTold(read), bytes.constData());
        QVERIFY2(!read || read->stored <= sent.size(), bytes.constData());
    }
}

void TestMutations::partsAreReadOrRefused()
{
    std::mt19937 random(firstSeed());
    const auto part = [](const QByteArray &head, const QByteArray &body) {
        return "--b\r\n" + head + "\r\n" + body + "\r\n";
    };
    const QByteArray seed = part("Content-Type: application/dicom\r\n", "abc")
        + part("Content-Length: 4\r\n", "defg") + part({}, QByteArray(300, 'x')) + "--b--\r\n";
    for (int round = 0; round < rounds(); ++round) {
        const auto bytes = mutated(seed, random);
        const auto step = 1 + static_cast<qsizetype>(random() % 64);
        bool isBounded = true;
        MultipartReader reader("b", kMostOfPart, [&isBounded](const Part &one) {
            isBounded = isBounded && one.body.size() <= kMostOfPart;
            return ok();
        });
        Result<void> fed = ok();
        for (qsizetype at = 0; at < bytes.size() && fed; at += step)
            fed = reader.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
        QVERIFY2(isTold(fed) && isTold(reader.finish()) && isBounded, bytes.constData());
    }
}

void TestMutations::objectsAreReadOrRefused()
{
    std::mt19937 random(firstSeed());
    const auto seed = dicomBytes("1.2", "1.2.3", "1.2.3.4");
    for (int round = 0; round < rounds(); ++round) {
        // The preamble may hold anything.
        const auto bytes = seed.first(128) + mutated(seed.sliced(128), random);
        const auto identity = identify({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(isTold(identity));
        QVERIFY(!identity || isUsableUid(identity->sopInstanceUid));
    }
}

void TestMutations::mediaTypesAreRead()
{
    std::mt19937 random(firstSeed());
    const QByteArray seed = "multipart/related; type=\"application/dicom\"; boundary=\"a;\\\"b\"";
    for (int round = 0; round < rounds(); ++round) {
        const auto bytes = mutated(seed, random);
        const auto read = readMediaType(bytes);
        QVERIFY2(read.type.size() <= bytes.size(), bytes.constData());
        QVERIFY2(read.parameters.value("boundary").size() <= bytes.size(), bytes.constData());
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "test_mutations.moc"
