// An ECG or another recording: channels of the length that they say, in numbers.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/objects/waveform.h"

#include <cmath>

using namespace simiao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const auto waveform = dicom::parseWaveform(input.rest());
    if (!waveform) {
        test::mustHold(!waveform.error().code.isEmpty(), "a refusal has a reason");
        return 0;
    }
    for (const auto &group : waveform->groups) {
        test::mustHold(group.samplingHz > 0 && std::isfinite(group.samplingHz),
                       "a sampling frequency is one");
        test::mustHold(std::isfinite(group.seconds()), "a recording has a length");
    }
    return 0;
}
