#include "unit/workflow/clinic.h"
#include "workflow/diagnostics/export_images.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

/// Gives this answer; the trail as it was when it was asked.
class CannedExporter : public ImageExporter
{
public:
    CannedExporter(Result<ImageExport> answer, const MemoryStore &store)
        : m_answer(std::move(answer))
        , m_store(store)
    {
    }

    Task<Result<ImageExport>> run(ImageExportOrder, TransferProgress, std::stop_token) override
    {
        known = m_store.audit().back().detail;
        co_return Result<ImageExport>(m_answer);
    }

    QString known;

private:
    Result<ImageExport> m_answer;
    const MemoryStore &m_store;
};

/// Three images, and whatever lies beside them.
ImageExportOrder anOrder()
{
    ImageSeries series;
    series.instances.resize(3);
    return {.series = {series}, .places = {u"somewhere"_s}, .isAnonymised = true};
}

ImageExport fiveWritten()
{
    ImageExport done;
    done.count = {.done = 5, .failed = 1, .total = 9};
    done.leftOut = {{u"deidentify.document"_s, 2}, {u"deidentify.plan"_s, 1}};
    return done;
}

} // namespace

class TestExportImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTrailSaysWhatWasWritten()
    {
        Clinic clinic;
        const auto exporter = std::make_shared<CannedExporter>(fiveWritten(), *clinic.store);

        const auto done = await(exportImages(clinic.context, clinic.command(), clinic.world.patient.id,
                                             exporter, anOrder(), {}, {}));

        QVERIFY(done && !done->endedBy);
        QCOMPARE(exporter->known, u"dicom=3 places=1 identity=anonymised"_s);
        const auto &last = clinic.store->audit().back();
        QCOMPARE(last.act, u"imaging.export"_s);
        QVERIFY(last.patient == clinic.world.patient.id);
        QCOMPARE(last.detail, u"written=5 failed=1 left-out=3 identity=anonymised"_s);
    }

    void theTrailSaysThatNothingWasWritten()
    {
        Clinic clinic;
        const Error taken{ErrorKind::Conflict, u"export.exists"_s, {}};

        const auto done =
            await(exportImages(clinic.context, clinic.command(), clinic.world.patient.id,
                               std::make_shared<CannedExporter>(taken, *clinic.store), anOrder(), {}, {}));

        QCOMPARE(done.error().code, u"export.exists"_s);
        QCOMPARE(clinic.store->audit().back().detail, u"written=0 failed=0 left-out=0 identity=anonymised"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestExportImages)
#include "test_export_images.moc"
