"""Has no function of the name, but hundreds of long ones."""

globals().update({f"create_token_{'x' * 900}_{index}": index for index in range(500)})
