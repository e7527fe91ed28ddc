"""A network whose weights are kept in one byte each: whole numbers, with a step and a zero for each row."""

from typing import Any

import numpy

from vectorstore.runtime import import_openvino

# what reads weights, and by which of its inputs
READERS = {"MatMul": 1, "Gather": 0}
# of fewer weights nothing is gained
FEWEST = 4_096


def shrink_weights(network: Any) -> None:  # openvino.Model
    """Replaces the matrices of weights in place. OpenVINO multiplies with them as they are, and reckons in its usual precision."""
    for weights in [node for node in network.get_ordered_ops() if node.get_type_name() == "Constant"]:
        # kept in half precision, they are read through a conversion
        read = [reader.get_node() for reader in weights.output(0).get_target_inputs()]
        source = read[0] if len(read) == 1 and read[0].get_type_name() == "Convert" else weights
        readers = [found for found in source.output(0).get_target_inputs() if _reads(found)]
        if readers and len(weights.shape) == 2 and numpy.prod(weights.shape) >= FEWEST:
            # one row for each that comes out of it; a MatMul may have them in columns
            columns = any(found.get_node().get_attributes().get("transpose_b") is False for found in readers)
            smaller = _in_bytes(weights.get_data().astype(numpy.float32), 0 if columns else 1)
            for found in readers:
                found.replace_source_output(smaller.output(0))
    network.validate_nodes_and_infer_types()


def _reads(found: Any) -> bool:  # openvino.Input
    return bool(READERS.get(found.get_node().get_type_name()) == found.get_index())


def _in_bytes(weights: Any, axis: int) -> Any:
    """The nodes that stand for these weights: (numbers - zero) · step."""
    import_openvino()
    from openvino import opset13 as ops

    low = numpy.minimum(weights.min(axis=axis, keepdims=True), 0)
    step = (numpy.maximum(weights.max(axis=axis, keepdims=True), 0) - low) / 255
    step[step == 0] = 1
    zero = numpy.rint(-low / step)
    numbers = numpy.clip(numpy.rint(weights / step) + zero, 0, 255)
    whole, zeros = (ops.convert(ops.constant(values.astype(numpy.uint8)), "f32") for values in (numbers, zero))
    return ops.multiply(ops.subtract(whole, zeros), ops.constant(step.astype(numpy.float32)))
